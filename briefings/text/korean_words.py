"""Korean words that reading quotations needs: verbs of saying, titles, countries, family names."""

from briefings.text.later import later
from briefings.text.wordlists import words

# Stems of verbs of saying, as they begin in any of their forms.
SAYING = (
    "말했|말하|말한|밝혔|밝히|밝힌|전했|전하|전한|강조|주장|덧붙|지적|설명|경고|비판|보도|답했|"
    "답하|답변|대답|"
    "촉구|발표|언급|평가|반박|토로|호소|역설|단언|확인|시사|요청|당부|제안|제의|약속|선언|비난|"
    "규탄|환영|우려|"
    "반문|물었|묻|질문|되물|외쳤|외치|썼|적었|게시|소개|회고|진단|전망|분석|예상|예측|관측|"
    "내다봤|내다보|일갈|"
    "항변|해명|인정|부인|조언|고백|털어놨|털어놓|성토|질타|위협|다짐|천명|공언|표명|명시|규정|"
    "치하|평했|평하|"
    "알렸|알리|통보|판단|꼬집|일축|못박|못 박|잘라 말|거듭|호언|자평|자랑|칭찬|감사|사과|유감|"
    "피력|개탄|"
    "맞받|받아쳤|쏘아붙|선을 그|지시|주문|명령|자신했|장담|경계|호통|탄식|한탄|애도|응수|"
    "말을 아꼈|말을 흐렸|말끝을|입을 모|입을 열|목소리를 높|목소리를 냈|뜻을 (?:밝|전|내비)|"
    "각을 세|날을 세|손사래|고개를 저|여지를 남|힘을 줬|무게를 실|치켜세|추켜세|"
    "사의를|화답|귀띔|대꾸|맞섰|되풀이|재확인|불렀|부르|부른|표현|인용|묘사|기술|짚었|짚으|이야기|얘기|"
    "했다|했으며|했고|했습니다|한다|하였다|하며|하면서"
)
CUE = later(rf"(?:{SAYING})\w{{0,6}}")
# What joins a quotation to its verb.
JOINED = later(
    r"\s?(?:(?:이?라고|고)(?:도|까지|만)|이?라면서도|면서도|이?라고|이?라며|이?라면서|이?라는|이?란|며|면서|고|는|하고|하며|라)(?![가-힣])"
)
ADNOMINAL = later(
    r"\s?(?:이?라는|이?란|는)\s(?:\S{1,5}\s)?(?:입장|뜻|취지|의견|주장|생각|견해|반응|답변|메시지|말|글|성명|"
    r"방침|점|"
    r"내용|원칙|의지|의사|경고|전망|분석|평가|지적|해석|설명|비판|표현|사실을\s(?:확인|인정|공개|강조|밝))"
)
# “…할 것”을 지시했다: what was ordered.
ORDERED = later(r"을\s(?:\S{1,8}\s){0,2}(?:지시|주문|요구|촉구|명령|당부|약속|다짐|제안|강조)")
RELAYED = later(
    r"^\s?(?:이?라고|고)\s(?:\S{1,8}\s)?\S{1,8}[했였었혔]다고\s|"
    r"(?:말했|밝혔|했|(?:강조|주장|언급|지적|경고|선언|지시|위협|비난|촉구|당부|약속|평가|설명|역설|"
    r"단언|규탄|명령|호소|답변|반박|확인|요청|시사)(?:하였|했))다고\s"
)
# Any other verb that a quotation is joined to: “…”고 점쳤다, “…”라는 의견을 냈다.
VERB = later(r"\s?(?:\S{1,12}\s){0,6}?(?P<verb>\S{1,10}(?:다|죠|요))(?=[.\s,]*$)")
NAMED = later(r"불리|불린|알려진|명명|이름|제목|별명|별칭|라고도 하")
JUDGED = later(
    r"(?:으)?로\s(?:규정|내다[봤보]|보[았인는]|봤|평가|표현|묘사|전망|분석|판단|해석|예상|추정|간주|진단|파악)"
)
# “…”는 지적이 나온다: nobody's words.
NOBODYS = later(
    r"\s?(?:이?라는|다는|는)\s(?:\S{1,8}\s)?(?:평가|지적|우려|관측|전망|분석|비판|목소리|해석|얘기|말|"
    r"주장|의견|반응|시각|여론)(?:이|가|도|까지|들이)\s?(?:\S{1,6}\s)?(?:나오|나온|나왔|제기|많|적지|"
    r"우세|지배|일고|일었|있다|있었|흘러)"
)
WRITTEN = later(
    r"성명|담화|논평|기고|서한|편지|친서|페이스북|텔레그램|트위터|엑스|소셜미디어|SNS|글에서|"
    r"글을|사설|보도문|"
    r"공보문|기사|신문은|통신은|보고서|입장문|서면|축전|전문에서|게시"
)
TREATY = later(r"조약|협정|합의서|선언문|헌법|결의")
TITLES = words(
    "대통령 총리 장관 차관 차관보 대변인 위원장 부위원장 국무위원장 부장 부부장 의원 대표 "
    "부대표 대사 교수 연구원 연구위원 선임연구원 센터장 원장 실장 국장 "
    "과장 사령관 총장 사무총장 의장 부의장 관계자 당국자 소장 회장 사장 보좌관 특사 단장 본부장 "
    "주석 총비서 서기 비서 외무상 국방상 수석 변호사 검사 판사 "
    "기자 씨 장군 대장 중장 소령 대령 제독 참모장 국왕 총서기 동지 원수 전문가 분석가 연구자 "
    "박사 간사 지사 시장 대행 차장 처장 청장 위원 이사장 부총리 "
    "보위상 안전상 대외경제상 농업상 보건상 교육상 문화상 체육상 철도상 "
    "주민 탈북민 시민 상인 소식통 외교관 관리 관료 학자 앵커 상원의원 하원의원 공보실장 "
    "대표부대사 정보국장 국가안보실장 조정관 담당관 팀장 논설위원 외교장관 "
    "외무장관 국방장관 당선인 당선자 후보 비서관 행정관 총재 편집장 특파원 참사관 총영사 영사 "
    "특보 최고위원 간부 장교 병사 활동가 평론가 유학생 노동자 기업인 "
    "총정치국장 정찰총국장 특별대표 부국장 사무국장"
)
COUNTRIES = words(
    "북한 러시아 미국 중국 일본 한국 우크라이나 남한 북 남 우리 북측 남측 러 미 중 일 한 영국 "
    "프랑스 독일 "
    "연해주 하바롭스크 사할린 모스크바 크림 체첸 워싱턴 도쿄 평양 서울 "
    "한미 한일 한중 한러 한미일 북러 북미 북중 미일 미중 러북 조러 조중 남북 중러 서방 유럽 동남아 "
    "유럽연합 유엔 나토 남조선 조선 소련 폴란드 벨라루스 현 전 당시 신임"
)
_ORGANISATION = later(
    r".+(?:평통|포럼|연맹|그룹|은행|공사|공단|부|성|청|처|원|실|당|군|국|회|소|궁|대학|대학교|센터|통신|신문|방송|정부|의회|본부|"
    r"협회|재단|"
    r"의힘|합참|사령부|백악관|크렘린|일보|매체|측|위|회의)$|^[가-힣]{2,5}대$|"
    r"^주(?:유엔|한|미|중|일|러|북|조)\w*$|^(?:합참|백악관|크렘린|정부|청와대|국정원|군|당)$"
)
CLANS = words(
    "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 홍 전 고 문 양 손 배 백 허 남 "
    "심 노 하 곽 성 차 주 우 구 나 민 진 지 엄 "
    "채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 "
    "제 모 탁 리 량 렴 림 태"
)
PRONOUNS = frozenset({"그", "그녀", "이", "그들", "이들"})
_HANGUL = later(r"^[가-힣]+$")


_NEVER_A_NAME = later(r".+(?:부|당|청|처|측|군|통신|정부)$")


# Foreign names that end like a particle or a verb.
_FOREIGN = words(
    "안드레이 키릴로 파블로 카를로 페드로 레오나르도 리카르도 기시다 오카다 요시다 하마다 우에다 "
    "야마다 혼다 노다 마에다 알렉세이 니콜라이 세르게이 드미트로 다닐로 미하일로"
)


def is_foreign_name(word: str) -> bool:
    return word in _FOREIGN


def is_bare_name(word: str, following: str) -> bool:
    """A name that ends like a particle before a title or country: "김정은 북한 …", "세르게이 …"."""
    subject = is_korean_name(word[:-1]) and word not in _FOREIGN  # "김정은이"
    if len(word) >= 4 and word.endswith("이") and not (subject or is_organisation(word[:-1])):
        return not is_title(word[:-1])
    if not is_korean_name(word) or _NEVER_A_NAME.match(word[:-1]) or is_title(word[:-1]):
        return False
    return is_title(following) or following in COUNTRIES or is_organisation(following)


def is_name_before_office(word: str) -> bool:
    office = word in COUNTRIES or word in TITLES or _NEVER_A_NAME.match(word)
    return is_korean_name(word) and not office


_TITLE_ENDS = tuple(TITLES)


def is_title(word: str) -> bool:
    return word.endswith(_TITLE_ENDS)


def is_organisation(word: str) -> bool:
    return word in COUNTRIES or _ORGANISATION.match(word) is not None


def is_korean_name(word: str) -> bool:
    """A family name and one or two more syllables."""
    return 2 <= len(word) <= 3 and word[0] in CLANS and _HANGUL.match(word) is not None
