"""Stems of a passage in little room, as SQLite keeps them (raw deflate, RFC 1951).

A passage is too short to repeat itself much, so both ends know the commonest stems beforehand: that
halves what deflate alone makes of it. They can never be others: archives hold what was packed with
them.
"""

import zlib
from functools import lru_cache

WINDOW = -13
"""Raw, with 8 KB to look back into: all of the common stems."""

_COMMON = """
    등거리 중립 전단 확성기 풍선 밀수 정찰 레이더 플루토늄 우라늄 원자 극초음속 대륙간 탄도
    폭격기 전투기 항공기 영공 선물 행사 의식 승리 열병식 주년 기념일 통일 비핵화 패널 위원회
    이사회 결의안 결의 거부권 법원 헌법 법 인권 납치 죄수 포로 난민 탈북민 탈북자 사이버 해커
    스파 간첩 정보 전문 분석 보고서 신문 인터뷰 축전 전보 친서 서한 편지 연설 선언 성명 특사
    대표단 대변인 비서 위원장 지도자 당 선거 의회 국회 정부 외국 외교 외교관 대사관 대사 부처
    장관 대통령 우주기지 우주 기술 과학 문화 유학생 학생 대학 대학교 교육 병원 의학 의약품 홍수
    지원 원조 밀가루 쌀 곡물 식량 노동 노동자 관광객 관광 예산 통화 자금 돈 은행 투자 경제 수입
    수출 교역 무역 전기 에너지 석탄 가스 석유 선박 비행 항공편 공항 항구 기차 열차 철도 교량
    다리 국경 훈련 도발 억제 정전 휴전 침공 공격 평화 전쟁 위협 안보 국방 군사 병사 군인 파병
    병력 해군 군대 육군 군함 잠수함 드론 무인기 탱크 전차 포병 포탄 탄약 무기 핵 실험 시험 발사
    위성 로켓 미사일 제재 관계 동맹국 동맹 동반자 협력 방문 협상 회담 회의 정상회담 협약 합의
    협정 조약 것 관한 그 누가 대한 대해 등 무엇 및 어떻게 언제 왜 저 북한 러시아 한국 조선 김정
    푸틴 북러 남북 미국 중국 밝혔다 전했다 있다 했다 지난 이번 위한 통해 따르면 нейтрал листовк
    громкоговорител шар контрабанд разведывательн радар плутон уран реактор гиперзвук
    межконтинентальн баллистическ бомбардировщик истребител самол воздушн подарок церемон побед
    парад годовщин объединен денуклеаризац групп ком сов резолюц вет суд конституц закон прав
    похищен пленн беженц перебежчик кибер хакер шпион разведк эксперт анализ отч доклад интерв
    телеграмм письм реч декларац заявлен посланник делегац представител секретар председател
    лидер парт выбор парламент правительств иностранн дипломат посольств посол министерств
    министр президент космодр космос технолог наук культур студент универс образован больниц
    лекарств медицин наводнен помощ мук рис зерн продовольств труд рабоч турист туризм бюдж вал
    деньг банк инвестиц экономик импорт экспорт торговл электричеств энерг угол газ неф судн пол
    рейс аэропорт порт поезд железн мост границ учен провокац сдерживан перемир вторжен нападен
    атак мир войн угроз безопаснос оборон военн солдат войск флот арм корабл подводн дрон
    беспилотник танк артиллер снаряд боеприпас оруж ядерн испытан запуск спутник рак санкц
    отношен союзник союз альянс партнерств сотрудничеств виз переговор встреч самм пакт соглашен
    договор а без бы был в во вот все где да для до ее ей ему есл же за и из или их к как когд
    кто ли мы на не нег но о об он она они от по при с со так то чем что это росс кндр кор
    северн южн ким чен ын путин сообщ заяв мид такж год aircraft airspac gift ceremoni victori
    parad anniversari reunif unif denuclearis denuclear panel council resolut veto constitut
    abduct prison refuge defector cyber hacker spy expert analysi newspap interview telegram
    letter speech declar envoi deleg spokesperson spokesman secretari chairman parliament
    diplomaci diplomat embassi ambassador ministri cosmodrom space technologi scienc cultur
    student educ hospit medicin flood aid flour rice grain food labor labour worker tourist
    tourism budget currenc monei economi export electr energi coal ga oil ship flight airport
    port train railroad railwai bridg drill exercis provoc deterr ceasefir invas peac threat
    defens defenc soldier troop navi armi warship submarin drone tank artilleri shell munit
    ammunit weapon nuclear test launch satellit rocket missil sanction alli allianc partnership
    cooper negoti summit pact agreement treati great pai washington earlier speak chief social
    tuesdai tass plai initi growth repres seen receiv tax among protest too name capit few
    appear moscow stori action effect justic sign came fight problem creat discuss clear doe un
    never rate offer left team cost five possibl took legal death announc union try charg involv
    effort everi futur side alleg mondai fund organ interest hope director critic visit manag
    posit dont intellig process return across give learn research mean past allow act border top
    level alreadi releas result syrian far german without happen thursdai read wednesdai univers
    ban control second water obama project protect person whether later februari human close
    leav daili lead head concern senat same four travel man korea bank run build term todai
    target relat germani press com find differ job europ current put bill next immigr remain
    respons becom thing care life post war feder question decis execut product point sever set
    off industri billion invest local global media open me here deal move howev women school
    share depart health anoth children republican committe increas militari claim system rule
    econom good sourc start face region trade found uk recent know believ south place march base
    import inform old area much power eu down expect talk major high democrat end around provid
    follow ask case former long own polici through home number kill look statement both oper
    busi continu your agenc vote see commun chang live still author think then famili american
    public leader investig did show north three campaign gener member foreign help order market
    ad administr servic meet develop european under forc polic should month part plan wai unit
    well these my citi intern white law elect such back where parti million made even percent
    court veri those issu him dure sinc attack week support mai get secur befor minist come
    polit offic need while becaus chines most offici ani onli just between world mr against
    accord want right russia group take how compani mani go russian call now them includ could
    make dai like nation told some last so hous do into work no over first if our can than her
    report out what two other when all up time govern you after she countri state china there or
    also would about presid which peopl had sai their been who were more new thei trump we year
    but will an us thi not hi from ar ha at by have be as he wa with said it for is on that in
    and of to the"""
_KNOWN = " ".join(_COMMON.split()).encode()
_PACKER = zlib.compressobj(6, zlib.DEFLATED, WINDOW, 6, zdict=_KNOWN)


def packed(stems: str) -> bytes:
    packer = _PACKER.copy()
    return packer.compress(stems.encode()) + packer.flush()


@lru_cache(maxsize=4096)
def unpacked(kept: bytes | str) -> str:
    """What was packed; words that an older schema kept as they are come back so. 5 µs each, and a
    question looks at hundreds: those of a small archive are all remembered (5 MB)."""
    if isinstance(kept, str):
        return kept
    return zlib.decompressobj(WINDOW, _KNOWN).decompress(kept).decode()
