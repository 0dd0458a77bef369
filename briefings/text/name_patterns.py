"""How articles introduce people: patterns for English, Korean and Russian."""

import re

from briefings.text.later import later

_STATE = (
    "president|minister|premier|chancellor|ambassador|envoy|spokesman|spokeswoman|spokesperson|"
    "governor|mayor|adviser|advisor|aide|diplomat|general|colonel|commander|admiral|marshal|"
    "secretary|lawmaker|senator|congressman|congresswoman|chairman|chairwoman|chairperson|speaker|"
    "representative|leader|attache|attaché|consul|official|officer|chief|deputy|Gen\\.|Lt\\.|"
    "Col\\.|"
    "Maj\\.|Adm\\.|Capt\\.|Sen\\.|Rep\\.|Gov\\.|Amb\\."
)
_LEARNED = (
    "professor|analyst|researcher|expert|scholar|fellow|economist|director|historian|scientist|"
    "specialist|strategist|defector|activist|lawyer|executive|CEO|founder|head|coordinator|"
    "investigator|engineer|Prof\\.|Dr\\.|Mr\\.|Ms\\.|Mrs\\.|Mr|Ms|Mrs|Dr|Prof"
)
_SPEECH = (
    "said|says|told|wrote|writes|argued|argues|added|noted|warned|stated|stressed|announced|"
    "explained|claimed|insisted|emphasized|emphasised|predicted|suggested|acknowledged|asserted|"
    "remarked|observed|cautioned|declared|commented|replied|responded|urged|assessed|believes"
)

STATE_BEFORE = re.compile(rf"(?i:\b(?:{_STATE}),?\s)$")
LEARNED_BEFORE = re.compile(rf"(?i:\b(?:{_LEARNED}),?\s)$")
SPEECH_BEFORE = re.compile(
    rf"\b(?:{_SPEECH}|[Aa]ccording\sto|(?i:experts?|analysts?|scholars?)\s(?:such\sas|like|including))\s$"
)
SPEECH_AFTER = re.compile(
    rf"(?:,\s(?:(?:a|an|the|who|former|then|deputy|senior|professor|director|head)\b"
    rf"[^,;:\n“”\"]{{3,120}}|\d\d),)?\s(?:also\s|later\s|further\s)?(?:{_SPEECH})\b"
)
STATE_AFTER = re.compile(
    rf",\s(?:(?:a|an|the|former|then)\s)?(?:[\w.’'-]+\s){{0,6}}?(?:{_STATE})\b"
)
LEARNED_AFTER = re.compile(
    rf",\s(?:(?:a|an|the|former|then)\s)?(?:[\w.’'-]+\s){{0,6}}?(?:{_LEARNED})\b"
)
BYLINE_WORD = re.compile(r"\b(?:editor|reporter|photographer|correspondent|contributor)\b")
STATE_WORD = re.compile(rf"(?i:\b(?:{_STATE})\b)")
LEARNED_WORD = re.compile(rf"(?i:\b(?:{_LEARNED})(?:\b|(?<=\.)))")
BYLINE = re.compile(
    r"(?:\b(?:(?:[Ee]dited|[Rr]eporting|[Ee]diting|[Ww]ritten|[Tt]ranslated|[Pp]hotos?|[Ii]mages?|"
    r"[Pp]hotograph(?:s|ed)?|[Ii]llustration|[Cc]ompiled|[Pp]roduced|[Ii]nterviewed|[Pp]osted|"
    r"[Cc]aption)\s?"
    r"(?:by|:|courtesy\sof)|^By|^by|[Ee]ditor|[Pp]hotographer|[Rr]eporter|[Cc]orrespondent|"
    r"[Ss]taff\s[Ww]riter|[Cc]ontributor|[Cc]redit:?|[Ii]mages?:|[Pp]hotos?:)[^.;!?\n]{0,60}|"
    r"\(|\|\s?)$"
)
_WORDS = (
    "editor reporter photographer correspondent columnist contributor journalist anchor host "
    "weapons expo exhibition forum conference summit festival cup games league prize award report "
    "project program programme exercise agreement pact declaration resolution article chapter "
    "church cathedral bridge railway railways port airport station hotel palace museum theater "
    "theatre hospital beach lake mount mountain valley hill village city town county province "
    "region district oblast krai republic federation kingdom empire ocean gulf strait canal "
    "technology technologies systems energy oil gas steel motors airlines bay line high low "
    "happy good great little big long early late mid full half free open real true human rights "
    "congress senate house majority minority opposition ruling conservative liberal labor labour "
    "green christian catholic orthodox buddhist islamic muslim jewish holy saint st santa "
    "special operation operations mission task liberation independence victory memorial day week "
    "month year night morning evening spring summer autumn winter "
    "prof dr mr ms mrs gen lt col maj adm capt sen rep gov amb governor mayor admiral marshal "
    "envoy "
    "spokesperson chairwoman chancellor premier colonel commander lawmaker senator adviser advisor "
    "the a an in on at by for with from after before since while when as but and or if this "
    "that these those his her its their our your my he she it they we you i not no some many "
    "ministry department office agency council committee party university institute army "
    "navy force forces command bank group corp house news times post center centre "
    "association union commission court assembly parliament government embassy daily service "
    "foundation bureau staff korea korean team company inc north south east west united "
    "states state nations monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december central "
    "foreign defense defence national security general international people republic "
    "democratic workers communist official press russia russian china chinese japan japanese "
    "ukraine ukrainian american western european strategic nuclear world war cold sea ocean "
    "river street square island airport treaty act presidential blue white kremlin former "
    "then acting prime vice deputy senior chief minister president secretary ambassador "
    "spokesman spokeswoman professor director leader chairman research institution think "
    "tank college school studies policy affairs peace military air reuters yonhap tass "
    "interfax bloomberg kyodo xinhua sputnik herald journal television may also however "
    "meanwhile both two last next earlier later today yesterday what how why where who which "
    "there here such most more all each other another every any new old first"
)
NOT_A_NAME = frozenset(_WORDS.split())
_FAMILIES = (
    "kim cheong lee yi rhee ri park pak bak choi choe jeong jung chung jong kang jo cho yoon yun "
    "jang chang lim im rim han oh o seo suh shin sin kwon hwang ahn an song jeon chun jun "
    "hong yoo yu ryu koh ko moon mun yang son bae baek paik heo hur nam sim shim noh no roh "
    "ha kwak sung cha joo ju woo koo ku gu min jin ji chi eom um chae won cheon bang gong "
    "hyun ham byun yeom yeo choo do so seok sun seol ma gil wi pyo myung ki ban wang ok yook "
    "in maeng je mo tak kuk thae"
)
KOREAN_FAMILIES_EN = frozenset(_FAMILIES.split())

_FAMILIES_KO = (
    "김이박최정강조윤장임림한오서신권황안송전홍유류고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여"
    "추도소석선설마길위표명기반왕금옥육인맹제모탁국태"
)
_TITLES_KO = (
    "교수|대변인|연구위원|선임연구위원|수석연구위원|책임연구위원|연구원|선임연구원|박사|의원|"
    "장관|차관|차관보|대사|국장|실장|원장|"
    "센터장|소장|총장|부대변인|공보실장|부총장|명예교수|석좌교수|특임교수|초빙교수|전문위원|"
    "위원장|위원|사무총장|대표|이사장|"
    "본부장|단장|부장|비서관|수석|보좌관|총리|참모총장|사령관|연구실장|공사|총영사|회장|사장|"
    "특사|기획관|심의관"
)
_ORG_KO = (
    r"[가-힣A-Za-z]{1,14}(?:대|대학교|대학원|대학원대|연구원|연구소|연구센터|센터|부|청|처|"
    r"위원회|당|군|국|실|원|협회|재단|"
    r"합참|전|선임|수석|명예|석좌|특별|공동|상근|정책|외교|안보|북한|통일|국제|정치|전략|연구|"
    r"학과|학부)"
)
TITLED_KO = later(
    rf"(?<![가-힣])(?P<name>[{_FAMILIES_KO}][가-힣]{{1,2}}|(?:남궁|선우|황보|제갈)[가-힣]{{1,2}})"
    rf"\s(?:{_ORG_KO}\s){{0,3}}(?P<title>{_TITLES_KO})(?=[은는이가의도과와을를에께]|\s|[,.)]|$)"
)
_COMMON = "no sin song im ban an so do may will mark rose price law но со у им да ну"
NOT_A_FAMILY = frozenset(_COMMON.split())
"""Surnames that are common words where they stand alone."""

NOT_A_NAME_KO = later(
    r"(?:정부$|이번$|최근$|최고$|한국$|조선$|정치$|주요$|유엔$|전직$|이날$|오늘$|지난$|신임$|"
    r"고위$|현직$|여당$|"
    r"공동$|현재$|서울$|남측$|양국$|우리$|국방$|외교$|통일$|안보$|전임$|차기$|선임$|수석$|"
    r"주한$|방송$|민간$|이후$|이어$|"
    r"연구$|변호$|임시$|정보$|정책$|국제$|전략$|경제$|군사$|공산$|하원$|상원$|의회$|여성$|"
    r"노동$|문화$|기획$|"
    r"정부[는가의]|이번[에주]|최근[에의]|전문가|한국[은의군]|주요국|유엔[은의]|전직원|이날|"
    r"오늘|지난달|국방부|외교부|통일부|"
    r"대통령|위원회|조선[은의]|정상회|주한미|미국[은의]|안보리|신임|고위급|성명[은을]|임기말|"
    r"현직|여당의|야당의)"
)
BYLINE_KO = later(r"\s?(?:기자|특파원|사진기자|촬영기자|편집위원|논설위원|인턴기자)")

_TITLES_RU = (
    "министр|замминистра|глава|директор|посол|эксперт|профессор|депутат|сенатор|политолог|"
    "востоковед|аналитик|"
    "представитель|руководитель|губернатор|генерал|секретарь|председатель|президент|премьер|"
    "координатор|дипломат|"
    "спецпредставитель|помощник|советник|кореевед|сотрудник|уч[её]ный|лидер|постпред|"
    "заместител|начальник|академик|"
    "экономист|исследователь|спикер|вице-премьер|историк|обозреватель"
)
TITLED_RU = later(
    rf"\b(?i:{_TITLES_RU})[а-яё]{{0,3}}(?:,?\s(?:[а-яё«»-]+|[А-ЯЁ]{{2,6}}|"
    rf"[А-ЯЁ][а-яё]+(?=\s[а-яё«А-ЯЁ]))){{0,6}}?"
    r"\s(?P<name>[А-ЯЁ][а-яё]{2,}\s[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)(?!\s[А-ЯЁ][а-яё])"
)
BYLINE_RU = later(
    r"(?:[Ффото]{4}|[Аа]втор|[Рр]едактор\w*|[Кк]орреспондент\w*|[Кк]орр\.|[Пп]еревод\w*|"
    r"[Тт]екст):?\s*[^.\n]{0,20}$"
)
EXPERT_WORDS = re.compile(
    r"교수|연구|박사|센터장|эксперт|профессор|политолог|востоковед|аналитик|"
    r"кореевед|сотрудник|"
    r"уч[её]н|академик|экономист|историк|исследователь|обозреватель"
)
