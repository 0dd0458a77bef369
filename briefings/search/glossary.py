"""The few words of the desk's subject in its three languages: a question in one finds the others.

Common nouns alone; names are the gazetteer's. Verbs and inflections are left to the stemmer.
"""

from functools import cache

from briefings.text.stemming import stem

_ENGLISH_KOREAN_RUSSIAN = """
treaty | 조약 | договор
agreement | 협정 합의 | соглашение
pact | 협약 | пакт
summit | 정상회담 | саммит
meeting | 회의 회담 | встреча
talks | 회담 협상 | переговоры
negotiations | 협상 | переговоры
visit | 방문 | визит
cooperation | 협력 | сотрудничество
partnership | 동반자 | партнерство
alliance | 동맹 | альянс союз
ally | 동맹국 | союзник
relations | 관계 | отношения
sanctions | 제재 | санкции
missile | 미사일 | ракета
rocket | 로켓 | ракета
satellite | 위성 | спутник
launch | 발사 | запуск
test | 시험 실험 | испытание
nuclear | 핵 | ядерный
weapon weapons | 무기 | оружие
ammunition munitions | 탄약 | боеприпасы
shells | 포탄 | снаряды
artillery | 포병 | артиллерия
tank | 전차 탱크 | танк
drone | 무인기 드론 | беспилотник дрон
submarine | 잠수함 | подводная
warship | 군함 | корабль
army | 육군 군대 | армия
navy | 해군 | флот
troops | 병력 파병 | войска
soldiers | 군인 병사 | солдаты
military | 군사 | военный
defence defense | 국방 | оборона
security | 안보 | безопасность
threat | 위협 | угроза
war | 전쟁 | война
peace | 평화 | мир
attack | 공격 | атака нападение
invasion | 침공 | вторжение
ceasefire | 휴전 정전 | перемирие
deterrence | 억제 | сдерживание
provocation | 도발 | провокация
exercise exercises drills | 훈련 | учения
border | 국경 | граница
bridge | 다리 교량 | мост
railway railroad | 철도 | железная
train | 열차 기차 | поезд
port | 항구 | порт
airport | 공항 | аэропорт
flight | 항공편 비행 | рейс полет
ship | 선박 | судно корабль
oil | 석유 | нефть
gas | 가스 | газ
coal | 석탄 | уголь
energy | 에너지 | энергия
electricity | 전기 | электричество
trade | 무역 교역 | торговля
export exports | 수출 | экспорт
import imports | 수입 | импорт
economy | 경제 | экономика
investment | 투자 | инвестиции
bank | 은행 | банк
money | 돈 자금 | деньги
currency | 통화 | валюта
budget | 예산 | бюджет
tourism | 관광 | туризм
tourists | 관광객 | туристы
workers | 노동자 | рабочие
labour labor | 노동 | труд
food | 식량 | продовольствие
grain | 곡물 | зерно
rice | 쌀 | рис
flour | 밀가루 | мука
aid | 원조 지원 | помощь
flood | 홍수 | наводнение
medicine | 의약품 의학 | медицина лекарства
hospital | 병원 | больница
education | 교육 | образование
university | 대학교 대학 | университет
students | 학생 유학생 | студенты
culture | 문화 | культура
science | 과학 | наука
technology | 기술 | технология
space | 우주 | космос
cosmodrome | 우주기지 | космодром
president | 대통령 | президент
minister | 장관 | министр
ministry | 부처 | министерство
ambassador | 대사 | посол
embassy | 대사관 | посольство
diplomat | 외교관 | дипломат
diplomacy | 외교 | дипломатия
foreign | 외국 | иностранный
government | 정부 | правительство
parliament | 국회 의회 | парламент
election | 선거 | выборы
party | 당 | партия
leader | 지도자 | лидер
chairman | 위원장 | председатель
secretary | 비서 | секретарь
spokesman spokesperson | 대변인 | представитель
delegation | 대표단 | делегация
envoy | 특사 | посланник
statement | 성명 | заявление
declaration | 선언 | декларация
speech | 연설 | речь
letter | 편지 서한 친서 | письмо
telegram | 전보 축전 | телеграмма
interview | 인터뷰 | интервью
newspaper | 신문 | газета
report | 보고서 | доклад отчет
analysis | 분석 | анализ
expert | 전문가 | эксперт
intelligence | 정보 | разведка
spy | 간첩 스파이 | шпион
hacker hackers | 해커 | хакеры
cyber | 사이버 | кибер
defector | 탈북자 탈북민 | перебежчик
refugees | 난민 | беженцы
prisoner | 포로 죄수 | пленный
abduction | 납치 | похищение
rights | 인권 | права
law | 법 | закон
constitution | 헌법 | конституция
court | 법원 | суд
veto | 거부권 | вето
resolution | 결의 결의안 | резолюция
council | 이사회 | совет
committee | 위원회 | комитет
panel | 패널 | группа
denuclearization denuclearisation | 비핵화 | денуклеаризация
unification reunification | 통일 | объединение
anniversary | 기념일 주년 | годовщина
parade | 열병식 | парад
victory | 승리 | победа
ceremony | 의식 행사 | церемония
gift | 선물 | подарок
airspace | 영공 | воздушное
aircraft plane | 항공기 | самолет
fighter | 전투기 | истребитель
bomber | 폭격기 | бомбардировщик
ballistic | 탄도 | баллистический
intercontinental | 대륙간 | межконтинентальный
hypersonic | 극초음속 | гиперзвуковой
reactor | 원자로 | реактор
uranium | 우라늄 | уран
plutonium | 플루토늄 | плутоний
radar | 레이더 | радар
reconnaissance | 정찰 | разведывательный
smuggling | 밀수 | контрабанда
balloon balloons | 풍선 | шары
loudspeaker | 확성기 | громкоговоритель
leaflets | 전단 | листовки
neutrality equidistance | 중립 등거리 | нейтралитет
response | 대응 | ответ реакция
remarks comments | 발언 | высказывания
promise pledge | 약속 | обещание
warning | 경고 | предупреждение
protest protests | 시위 항의 | протест
plan plans | 계획 | план
demand | 요구 | требование
support | 지지 지원 | поддержка
condemnation | 규탄 | осуждение
criticism | 비판 | критика
decision | 결정 | решение
dialogue | 대화 | диалог
crisis | 위기 | кризис
conflict | 분쟁 충돌 | конфликт
accident | 사고 | авария
death | 사망 | смерть
arrest | 체포 | арест
trial | 재판 | суд
capital | 수도 | столица
factory | 공장 | завод
construction | 건설 | строительство
opening | 개통 개막 | открытие
island islands | 섬 | остров острова
fishermen | 어민 어부 | рыбаки
forces | 부대 | силы
"""


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for line in _ENGLISH_KOREAN_RUSSIAN.strip().splitlines():
        parts = [part.split() for part in line.replace("ё", "е").split("|")]
        for own in parts:
            others = [word for part in parts if part is not own for word in part]
            for word in own:
                found.setdefault(word, {}).update(dict.fromkeys(others))
    return {word: tuple(others) for word, others in found.items()}


@cache
def _by_stem() -> dict[str, tuple[str, ...]]:
    return {stem(word): others for word, others in reversed(_by_word().items())}


def translations(word: str) -> tuple[str, ...]:
    """The counterparts of a folded word, however inflected, in the other two languages; none for
    most words."""
    return _by_word().get(word) or _by_stem().get(stem(word), ())
