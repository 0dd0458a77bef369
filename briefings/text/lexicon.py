"""English word classes that reading quotations needs: small closed lists and open ones of roles."""

from briefings.text.places import PLACES
from briefings.text.wordlists import words

AUXILIARIES = words(
    "is are was were be been being has have had having do does did will would can could may might "
    "must shall should 's 'd 'll 've 're isn't wasn't hasn't hadn't didn't doesn't don't won't "
    "wouldn't couldn't can't ’s ’d ’ll ’ve ’re"
)
BE = words("is are was were be been being isn't wasn't aren't weren't")
COUNTS = words(
    "six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety "
    "dozens hundreds thousands millions several"
)
DETERMINERS = COUNTS | words(
    "the a an this that these those his her its their our my your some many several most both all "
    "each no any another one two three four five other"
)
POSSESSIVES = words("his her its their our my your")
PREPOSITIONS = words(
    "of in on at for from to by with about against after before during under over between among "
    "into through across since until via near despite without within per including like as toward "
    "towards upon amid amidst alongside behind beyond regarding following concerning than except "
    "due according besides inside outside onto off up down out around along citing"
)
CONJUNCTIONS = words(
    "and or but nor yet while whereas although though because if when whenever unless once so "
    "whether even then plus"
)
SUBORDINATORS = words(
    "while whereas although though because if when whenever unless once after before since until "
    "as despite amid"
)
COORDINATORS = words("and but or then nor yet")
RELATIVES = words("who which that whom whose where what why how")
INDEFINITES = words(
    "nobody everybody somebody anybody everyone someone anyone nothing everything something"
)
PRONOUNS = words("he she they it i we you who himself herself themselves itself")
SPEAKING_PRONOUNS = words("he she they it")
OBJECT_PRONOUNS = words("him her them me us")
ADVERBS = words(
    "also later again earlier already still never ever often even just once now only soon too "
    "further moreover however meanwhile instead rather not n't yesterday today tomorrow afterwards "
    "afterward perhaps maybe there here then thus therefore nonetheless nevertheless otherwise "
    "always sometimes almost quite very simply separately finally subsequently "
    "reportedly publicly repeatedly previously recently famously likewise similarly all back "
    "ago aloud online flatly tersely elsewhere alike though overnight"
)
# Those that open sentences: other capitalised words in -ly may be names.
OPENING_ADVERBS = words(
    "shortly recently apparently unfortunately ironically surprisingly accordingly previously "
    "privately publicly eventually notably clearly obviously initially originally generally "
    "usually typically curiously crucially importantly interestingly fortunately officially "
    "formally immediately suddenly nearly roughly exactly increasingly specifically especially "
    "ultimately briefly personally hopefully evidently supposedly allegedly reportedly finally"
)
NOT_ADVERBS = words(
    "family ally rally assembly july italy reply monopoly supply bully fly daily weekly monthly "
    "early elderly only friendly unlikely likely kelly sally billy emily reilly o'reilly connolly "
    "kennelly beverly kimberly holly polly molly lilly ely anomaly jelly belly doily"
)
TIME_WORDS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep oct "
    "nov dec morning afternoon evening night week month year weekend day days weeks months years "
    "hours hour minutes mon tue wed thu fri sat sun"
)
TIME_LEADERS = words("on last this next late early earlier that in at")

# Capitalised or not, these stand before a person's name.
TITLES = words(
    "moderator host anchor pollster coroner principal firefighter paramedic geologist "
    "president president-elect vice minister prime premier secretary chairman chairwoman "
    "chairperson chair speaker senator sen. rep. representative gov. governor mayor general gen. "
    "lt. lieutenant col. colonel maj. major adm. admiral capt. captain cpl. sgt. sergeant brig. "
    "cmdr. commander marshal ambassador envoy director director-general chief deputy dep. "
    "chancellor king queen prince princess pope bishop archbishop cardinal judge justice attorney "
    "sheriff professor prof. dr. mr. mrs. ms. mr mrs ms dr prof gen sen rep gov miss sir lord lady "
    "dame spokesman spokeswoman spokesperson leader comrade counselor councilor councillor "
    "commissioner congressman congresswoman councilman councilwoman assemblyman assemblywoman "
    "democrat republican adviser advisor aide lawmaker lawyer analyst expert economist historian "
    "researcher author journalist reporter correspondent columnist editor activist candidate "
    "nominee incumbent negotiator diplomat officer official strategist pollster manager executive "
    "ceo cfo coach undersecretary under-secretary detective inspector superintendent constable "
    "rev. reverend imam rabbi ayatollah sheikh emir crown sultan pfc. spc. "
    "first-lady professor-emeritus scholar scientist physicist engineer doctor nurse teacher "
    "defector refugee resident student farmer veteran pilot soldier actor actress singer artist "
    "writer novelist poet director-designate co-chair co-founder colleague "
    "treasurer comptroller solicitor prosecutor chairman-elect vice-president "
    "vice-chairman vice-minister strongman dictator tsar czar oligarch tycoon billionaire "
    "businessman businesswoman entrepreneur uncle "
    "magistrate mp mps msp mep peer baroness baron countess viscount "
    "sen rep congressmember delegate alderman supervisor trooper ranger "
    "sens. reps. det ch insp supt corporal rt revd hon td taoiseach tánaiste tanaiste provost "
    "vice-premier co-director barrister prefect mufti nuncio rector"
)
# In "Secretary of State", "Minister of Foreign Affairs", before a name.
OFFICES = words(
    "state defense defence foreign affairs treasury commerce labor energy education health "
    "interior "
    "homeland security national intelligence justice transportation agriculture staff chiefs joint "
    "unification finance trade culture russia korea ukraine japan china industry economy "
    "environment housing children transport sport arts business climate development migration "
    "immigration tourism equality expenditure reform jobs skills science agriculture fisheries "
    "information technology communications resources planning works welfare relations security "
    "human rights refugees cooperation integration families youth water power railways shipping "
    "mines investment transport macroeconomy"
)
QUANTITIES = words("one two three four five some many several most both none all each another few")
ROLES = (
    TITLES
    | words(
        "officials analysts experts lawmakers sources spokespeople diplomats politicians leaders "
        "ministers critics supporters opponents observers researchers scholars scientists "
        "economists activists reporters journalists authorities police prosecutors lawyers "
        "witnesses residents voters students teachers workers defectors refugees republicans "
        "democrats conservatives liberals progressives senators governors officers generals "
        "commanders soldiers troops people man woman men women person boy girl child children "
        "father mother parents parent brother sister spokespersons editors commentators pundits "
        "negotiators envoys advisers advisors aides historian historians pollsters strategists "
        "members member head heads number two politician neighbor partner owner founder founders "
        "mother widow elder whip insider insiders veteran veterans "
        "source witness victim victims survivor survivors worker fisherman fishermen trader "
        "traders merchant businessmen investors investor executive executives manager managers "
        "passenger passengers driver suspect defendant plaintiff employee employees staffer "
        "staffers organizer organizers protester protesters campaigner campaigners foe foes "
        "rivals predecessor successor counterpart counterparts guest host hosts anchor moderator "
        "panelist user users watchdogs watchdog economist forecaster forecasters specialist "
        "specialists observer monitor monitors inspectors inspector attorney attorneys judge "
        "judges justices ruling others another locals villagers relatives family wife chief chiefs "
        "boss bosses principal pastor priest priests clergyman cleric premier ally allies "
        "colleague colleagues friend friends assistant professor professors fellow fellows "
        "co-author co-authors author authors biographer biographers newcomer democrat republican "
        "independent congressman detective technician technicians representative representatives "
        "delegate delegates skeptics proponents advocates advocate commissioners king queen "
        "farmer farmers miner miners crew captain cousin daughter son grandson uncle neighbor "
        "neighbors neighbours frontrunner front-runner nominee incumbent mogul magnate "
        "medic medics nurse nurses doctor doctors sailor sailors pilot pilots trucker waiter "
        "waitress "
        "vendor vendors shopkeeper immigrant immigrants migrant migrants tourist tourists commuter "
        "retiree retirees pensioner homemaker housewife engineer engineers teenager youth captive "
        "prisoner prisoners inmate hostage deserter recruit recruits conscript conscripts guard "
        "guards "
        "agent agents spy operative insurgent rebel rebels mediator interpreter translator "
        "aide-de-camp "
        "crowd crowds audience narrator texan neurosurgeon surgeon star heiress rancher preacher "
        "fighter fighters militant militants gunman gunmen smuggler smugglers blogger "
        "hawk seal seals supporter opponent critic follower loyalist pundit commentator "
        "rival associates parliamentarian jurist magistrates year-old figure figures bundler mp "
        "mps adversary adversaries backers backer boss donor donors lobbyist lobbyists contractor "
        "realtor billionaire newsman dictator ruler speaker"
    )
) - frozenset({"number", "two", "ruling", "another", "crown"})
MODIFIERS = words(
    "senior top former then-president then ex-president state foreign defense defence national "
    "security press interior finance trade unification veteran unnamed anonymous chief acting "
    "deputy vice prime army navy military government intelligence law policy campaign party human "
    "rights communications executive managing founding white house lead longtime long-time fellow "
    "presidential ministerial congressional parliamentary diplomatic nuclear space opposition "
    "ruling conservative liberal progressive republican democratic political independent outgoing "
    "incoming retired late current new young old local regional federal city county town district "
    "company group union club team police fire health medical school university college research "
    "economic financial budget tax trade energy oil gas climate environment environmental labor "
    "labour education transport justice home commerce industry agriculture science technology "
    "media news television tv radio newspaper magazine internet tech data marketing sales public "
    "affairs relations legal general special supreme high high-ranking ranking low-ranking "
    "regime-linked first second third minority majority assistant associate co-chief visiting "
    "adjunct emeritus award-winning british-born"
)
NATIONALITIES = words(
    "russian korean chinese japanese american ukrainian british french german european soviet "
    "north south western eastern u.s. uk eu u.n. dprk rok prc nato polish belarusian "
    "vietnamese mongolian indian iranian israeli turkish australian canadian kazakh thai "
    "philippine indonesian pakistani saudi syrian iraqi afghan mexican cuban venezuelan spanish "
    "italian dutch swedish norwegian finnish danish austrian swiss greek hungarian czech slovak "
    "romanian bulgarian serbian georgian armenian latvian estonian lithuanian african asian arab "
    "palestinian egyptian lebanese brazilian argentine colombian democratic republican gop tory"
)
GOVERNMENTS = PLACES | words(
    "kremlin london korea. america pentagon blue white house nato dprk rok "
    "usa u.s. uk eu u.n. north south east west middle southeast northeast"
)
ORGANISATION_WORDS = words(
    "38-north ministry department agency committee council staff office university institute "
    "party times "
    "post news journal daily herald tribune guardian association foundation center centre group "
    "corporation corp. corp inc. inc company co. bank union federation commission bureau court "
    "congress senate parliament assembly duma government administration army navy force forces "
    "military police command embassy mission network radio television tv media press newspaper "
    "agency. magazine sinmun ilbo shinmun kcna tass yonhap interfax reuters bloomberg afp ap cnn "
    "bbc nhk kbs mbc sbs ria xinhua ifax politburo presidium secretariat authority board society "
    "alliance coalition movement campaign team organization organisation watchdog monitor academy "
    "college school hospital house cabinet firm website outlet broadcaster publication paper "
    "service services chiefs think-tank thinktank delegation panel jury regime republic states "
    "facebook twitter whatsapp tumblr google instagram youtube telegram linkedin "
    "palace observatory trust charity nonprofit guild chamber caucus diocese synod "
    "nations kingdom front league club church fund study survey poll"
)
DOCUMENT_NOUNS = words(
    "statement treaty agreement pact constitution charter declaration resolution accord convention "
    "protocol report letter article commentary editorial communique communiqué memo memorandum "
    "note text document order law bill act decree message tweet post notice transcript dispatch "
    "account poster sign banner placard headline caption release summary indictment complaint "
    "lawsuit filing ruling verdict study survey poll reports estimates estimate statements "
    "documents email e-mail slogan statute readout advisory assessment guidelines leaflet "
    "leaflets banners signs posters script inscription clause provision notification paper "
    "ad advertisement magazine book doctrine contract note. intelligence draft investigation "
    "essay petition motion affidavit memoir newsletter manifesto dissent tape recording video "
    "inquiry probe audit review suit op-ed subpoena warrant brief blueprint platform"
)
# Korean and Chinese surnames, which stand before the given name.
CLANS = words(
    "kim lee yi park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im rim han "
    "oh o seo suh shin sin kwon hwang ahn an song ryu yoo yu hong jeon jun ko go moon mun yang son "
    "bae paek baek heo hur ri ryang nam noh roh ha joo ju woo jin ji thae tae xi li wang zhang liu "
    "chen yang zhao wu zhou xu sun hu zhu gao lin he ma luo mao deng hun sok sol"
)
# Pasts of verbs that are no nouns: "one woman stood".
PAST_VERBS = words(
    "stood sat ran went came rose took gave held left kept got grew began won lost made found met "
    "saw knew paid brought sent wore shook threw drew drove walked turned looked leaned waved "
    "smiled stepped wanted needed started stopped wiped raised"
)
SPEECH_NOUNS = words(
    "remarks statement statements comments comment interview speech address conference briefing "
    "letter message article column post testimony report hearing meeting announcement warning "
    "call editorial commentary note response reply answer"
)
MEDIA_WORDS = words(
    "kcna tass yonhap interfax reuters bloomberg afp ap cnn bbc nhk kbs mbc sbs ria xinhua times "
    "post news journal daily herald tribune guardian sinmun ilbo shinmun newspaper agency media "
    "broadcaster outlet outlets outlet's reports website press channel nk nknews vedomosti "
    "kommersant izvestia rtv telegraph hankyoreh"
)
PARTICLES = words("bin al el de la del der den von van di da dos ben ibn ul le du st.")
TERM_LEADERS = words(
    "so-called dubbed titled entitled named codenamed code-named nicknamed termed known called "
    "labelled labeled word words term terms phrase phrases song film movie book album series show "
    "slogan operation exercise exercises drill drills policy initiative program programme novel "
    "play magazine documentary hashtag nickname category concept title label game column episode "
    "ballad hit single drama podcast doctrine project expression notion"
)
