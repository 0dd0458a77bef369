"""What synonym spinners write for ordinary English, as seen in machine-reworded pages.

Each entry of a table is `spun ~ ordinary, ordinary`. The three tables differ in how rare the spun
words are in English that a person wrote: nearly never, seldom, and now and then. Words are lower
case, hyphens are spaces.
"""

NEARLY_NEVER = """
essentially the most ~ the most; on the similar time ~ at the same time; prior to now ~ in the
past; two many years ~ two decades; three many years ~ three decades; a number of many years ~
decades; brief time period ~ short term; lengthy time period ~ long term; lengthy term ~ long
term; has lengthy ~ has long; have lengthy ~ have long; had lengthy ~ had long; lengthy been ~
long been; as lengthy as ~ as long as; lengthy range ~ long range; lengthy standing ~ long
standing; lengthy time ~ long time; lengthy awaited ~ long awaited; brief range ~ short range;
quick range ~ short range; quick term ~ short term; known as on ~ called on; known as for ~ called
for; instructed reporters ~ told reporters; overseas minister ~ foreign minister; overseas
ministry ~ foreign ministry; overseas ministries ~ foreign ministries; overseas coverage ~ foreign
policy; overseas affairs ~ foreign affairs; international minister ~ foreign minister;
international ministry ~ foreign ministry; international coverage ~ foreign policy; protection
minister ~ defence minister, defense minister; protection ministry ~ defence ministry, defense
ministry; protection secretary ~ defence secretary, defense secretary; protection pact ~ defence
pact, defense pact; protection spending ~ defence spending, defense spending; protection price
range ~ defence budget, defense budget; protection business ~ defence industry, defense industry;
nationwide safety ~ national security; nuclear vitality ~ nuclear energy; supreme chief ~ supreme
leader; korean chief ~ korean leader; russian chief ~ russian leader; chinese chief ~ chinese
leader; chief of workers ~ chief of staff; chiefs of workers ~ chiefs of staff; chief of employees
~ chief of staff; chiefs of employees ~ chiefs of staff; affect over ~ influence over; of affect ~
of influence; sphere of affect ~ sphere of influence; its affect ~ its influence; their affect ~
their influence; rising affect ~ growing influence; extra broadly ~ more broadly; extra intently ~
more closely; extra vital ~ more important; extra necessary ~ more important; extra highly
effective ~ more powerful; most highly effective ~ most powerful; extra possible ~ more likely;
extra doubtless ~ more likely; a lot extra ~ much more; far extra ~ far more; extra environment
friendly ~ more efficient; extra not too long ago ~ more recently; as a lot as ~ as much as; how a
lot ~ how much; too a lot ~ too much; a lot much less ~ much less; way much less ~ far less;
considerably much less ~ significantly less; as properly as ~ as well as; properly earlier than ~
well before; properly recognized ~ well known; properly known ~ well known; effectively recognized
~ well known; this 12 months ~ this year; every 12 months ~ every year; subsequent 12 months ~
next year; final yr ~ last year; this yr ~ this year; subsequent yr ~ next year; new 12 months ~
new year; the subsequent step ~ the next step; excessive profile ~ high profile; excessive rating
~ high ranking; excessive ranking ~ high ranking; excessive stakes ~ high stakes; excessive
faculty ~ high school; excessive courtroom ~ high court; supreme courtroom ~ supreme court; legal
courtroom ~ criminal court; regulation enforcement ~ law enforcement; legislation enforcement ~
law enforcement; lawyer normal ~ attorney general; legal professional normal ~ attorney general;
secretary normal ~ secretary general; secretary basic ~ secretary general; basic secretary ~
general secretary; normal secretary ~ general secretary; normal meeting ~ general assembly; basic
meeting ~ general assembly; nationwide meeting ~ national assembly; normal election ~ general
election; basic election ~ general election; worldwide neighborhood ~ international community;
worldwide regulation ~ international law; worldwide legislation ~ international law; play a
function ~ play a role; performed a function ~ played a role; constructive function ~ constructive
role; has develop into ~ has become; have develop into ~ have become; had develop into ~ had
become; has change into ~ has become; have change into ~ have become; grew to become ~ became;
grow to be ~ become; changing into ~ becoming; trying ahead ~ looking forward; shifting ahead ~
moving forward; transfer ahead ~ move forward; going ahead ~ going forward; put ahead ~ put
forward; the current previous ~ the recent past; in current years ~ in recent years; in current
months ~ in recent months; in current weeks ~ in recent weeks; in current days ~ in recent days;
over the previous ~ over the past; regardless of the truth ~ despite the fact; because the mid ~
since the mid; ever because the ~ ever since the; because the finish of ~ since the end of;
because the begin of ~ since the start of; because the starting of ~ since the beginning of;
towards humanity ~ against humanity; sanctions towards ~ sanctions against; has by no means ~ has
never; have by no means ~ have never; had by no means ~ had never; will by no means ~ will never;
sum complete ~ sum total; whole variety ~ total number; the primary time ~ the first time; the 2
international ~ the two countries; the 2 koreas ~ the two koreas; knowledgeable the ~ informed
the; go to to ~ visit to; a go to ~ a visit; his go to ~ his visit; her go to ~ her visit;
official go to ~ official visit; state go to ~ state visit; the go to ~ the visit; first go to ~
first visit; throughout a go to ~ during a visit; residential constructing ~ residential building;
house constructing ~ apartment building; public well being ~ public health; psychological well
being ~ mental health; well being care ~ health care; coronary heart assault ~ heart attack;
coronary heart of ~ heart of; breast most cancers ~ breast cancer; lung most cancers ~ lung
cancer; most cancers analysis ~ cancer research; meals safety ~ food security; meals help ~ food
aid; inventory market ~ stock market; central financial institution ~ central bank; commerce
battle ~ trade war; commerce struggle ~ trade war; free commerce ~ free trade; commerce deal ~
trade deal; pure gasoline ~ natural gas; pure fuel ~ natural gas; local weather ~ climate; world
warming ~ global warming; world financial system ~ global economy; got here to energy ~ came to
power; come to energy ~ come to power; got here ~ came; nice powers ~ great powers; nice energy ~
great power; shut ties ~ close ties; shut ally ~ close ally; shut allies ~ close allies; shut
relations ~ close relations; shut cooperation ~ close cooperation; again and forth ~ back and
forth; turned its again on ~ turned its back on; its again on ~ its back on; come again to ~ come
back to; proper now ~ right now; proper wing ~ right wing; far proper ~ far right; stays to be
seen ~ remains to be seen; is but to be seen ~ remains to be seen; stays unclear ~ remains
unclear; in different phrases ~ in other words; unsure phrases ~ uncertain terms; different
international locations ~ other countries; on the opposite hand ~ on the other hand; amongst
different issues ~ among other things; each international locations ~ both countries; each nations
~ both nations; each koreas ~ both koreas; opposition events ~ opposition parties; political
events ~ political parties; social gathering ~ party; political get together ~ political party;
ruling get together ~ ruling party; civil struggle ~ civil war; navy marketing campaign ~ military
campaign; election marketing campaign ~ election campaign; authorities officers ~ government
officials; federal decide ~ federal judge; federal choose ~ federal judge; put to the check ~ put
to the test; nuclear check ~ nuclear test; nuclear checks ~ nuclear tests; missile check ~ missile
test; missile checks ~ missile tests; nuclear exams ~ nuclear tests; missile exams ~ missile
tests; satellite tv for pc ~ satellite; synthetic intelligence ~ artificial intelligence; machine
studying ~ machine learning; peace of thoughts ~ peace of mind; take into accout ~ keep in mind;
of their thoughts ~ in their minds; take motion ~ take action; navy motion ~ military action;
value of residing ~ cost of living; historical past ~ history; church buildings ~ churches; not
with out ~ not without; with out a ~ without a; with out the ~ without the; with out any ~ without
any; serving to to ~ helping to; even impression ~ even impact; to signal a ~ to sign a; signal an
settlement ~ sign an agreement; placed on maintain ~ put on hold; counterfeit consciousness ~
artificial intelligence; profound learning ~ deep learning;
"""

SELDOM = """
a minimum of ~ at least; one of the vital ~ one of the most; probably the most ~ the most; one of
many major ~ one of the main; one of many first ~ one of the first; one of many most ~ one of the
most; one of many largest ~ one of the largest; one of many few ~ one of the few; one of many
world ~ one of the world; right this moment ~ today; in the course of ~ during; talked about ~
mentioned; navy ~ military; technique ~ strategy, approach; techniques ~ strategies; know how ~
technology, technologies; vitality ~ energy; accomplice ~ partner; companions ~ partners;
accomplices ~ partners; assist ~ support, aid, help, assistance; folks ~ people; youngsters ~
children; impression ~ impact; worldwide ~ international; completely different ~ different;
totally different ~ different; not too long ago ~ recently; resulting from ~ due to, because of;
comparable to ~ such as; earlier than ~ before; the final time ~ the last time; final month ~ last
month; final week ~ last week; yr ~ year; greenback ~ dollar; well liked ~ popular; legal
responsibility ~ liability; international locations ~ countries; develop into ~ become; making an
attempt to ~ trying to; be sure that ~ ensure; previous few years ~ past few years; has
additionally ~ has also; have additionally ~ have also; had additionally ~ had also; is
additionally ~ is also; are additionally ~ are also; was additionally ~ was also; but additionally
~ but also; not solely ~ not only; solely be ~ only be; even additional ~ even further; in
opposition to ~ against; underneath ~ under; by the use of ~ through; by way of ~ through, in
terms of; with the intention to ~ in order to; with a purpose to ~ in order to; with the aim to ~
in order to; all the time been ~ always been; not all the time ~ not always; no person ~ nobody;
every little thing ~ everything; all the pieces ~ everything; the whole lot ~ everything; the
variety of ~ the number of; one other ~ another; desires to ~ wants to; ought to be ~ should be;
assembly with ~ meeting with; a gathering with ~ a meeting with; metropolis ~ city; the
constructing ~ the building; weight loss program ~ diet; monetary institution ~ bank; financial
institution ~ bank; financial system ~ economy; highly effective ~ powerful; sturdy ~ strong;
intently ~ closely; nearer ties ~ closer ties; step ahead ~ step forward; the opposite hand ~ the
other hand; each the ~ both the; troopers ~ soldiers; marketing campaign ~ campaign; the decide ~
the judge; authorities officials ~ government officials; determine out ~ figure out; really feel ~
feel; serving to ~ helping; put together for ~ prepare for; keep away from ~ avoid; cut back ~
reduce; scale back ~ reduce; forestall ~ prevent; construct up ~ build up; in a transfer ~ in a
move; the transfer comes ~ the move comes; menace ~ threat; menaces ~ threats; concerning the ~
about the; might immediate ~ could prompt; harking back to ~ reminiscent of; geared toward ~ aimed
at; on observe to ~ on track to; underneath the ~ under the; within the brief ~ in the short; for
the higher a part ~ for the better part; function in ~ role in; the place the ~ where the; the
place he ~ where he; the place they ~ where they; the place it ~ where it; mentioned in a press
release ~ said in a statement; in an announcement ~ in a statement; as a result of ~ because;
korea coverage ~ korea policy; extremely ~ highly, very; trigger for concern ~ cause for concern;
reality that ~ fact that; seems to be ~ appears to be; stark distinction ~ stark contrast; mutual
protection ~ mutual defence, mutual defense; so a lot ~ so much; as properly ~ as well; final
monday ~ last monday; final tuesday ~ last tuesday; final wednesday ~ last wednesday; final
thursday ~ last thursday; final friday ~ last friday; final saturday ~ last saturday; final sunday
~ last sunday; final 12 months ~ last year; 12 months old ~ year old; subsequent week ~ next week;
subsequent month ~ next month; subsequent year ~ next year; excessive level ~ high level;
excessive degree ~ high level; excessive stage ~ high level; worldwide group ~ international
community; key function ~ key role; central function ~ central role; current developments ~ recent
developments; the truth that ~ the fact that; the 2 sides ~ the two sides; the 2 leaders ~ the two
leaders; the 2 nations ~ the two nations; the 2 countries ~ the two countries; between the 2 ~
between the two; nineteen fifties ~ 1950s; nineteen sixties ~ 1960s; nineteen seventies ~ 1970s;
nineteen eighties ~ 1980s; nineteen nineties ~ 1990s; affected person ~ patient; well being ~
health; stays a ~ remains a; stays the ~ remains the; different nations ~ other nations; workout
routines ~ exercises, drills; software program ~ software; particular person ~ person; economic
system ~ economy; buying and selling ~ trading; safety council ~ security council;
"""

NOW_AND_THEN = """
within the ~ in the; because the ~ since the, as the; many years ~ decades; in response to ~
according to; authorities ~ government, governments; nevertheless ~ however; safety ~ security;
protection ~ defence, defense; financial ~ economic; monetary ~ financial; army ~ military;
coverage ~ policy, policies; settlement ~ agreement, deal; connection ~ relationship; chief ~
leader; individuals ~ people; kids ~ children; ladies ~ women; demise ~ death; struggle ~ war;
battle ~ war, conflict; assault ~ attack; assaults ~ attacks; affect ~ influence; vital ~
important, significant, crucial; notably ~ especially, particularly; considerably ~ significantly;
extra ~ more; much less ~ less; not less than ~ at least; greater than ~ more than; more likely to
~ likely to; prone to ~ likely to; seemingly ~ likely; doubtless ~ likely; similar to ~ such as;
along with ~ in addition to; at the moment ~ currently; at present ~ currently; in the meantime ~
meanwhile; in the long run ~ in the end; brand new ~ new; giant ~ large; stage ~ level; degree ~
level; courtroom ~ court; felony ~ criminal; laws ~ legislation; nation ~ country; nations ~
countries; the world over ~ around the world; neighborhood ~ community; objective ~ goal; function
~ role; performed ~ played; scenario ~ situation; state of affairs ~ situation; considerations ~
concerns; hazard ~ danger; growth ~ development; turn into ~ become; turning into ~ becoming;
started ~ began; searching for ~ looking for, seeking; keep up ~ maintain; permit ~ allow; make
certain ~ ensure; guarantee ~ ensure; offering ~ providing; previous ~ past; current ~ recent;
after all ~ of course; certainly ~ indeed; principally ~ mainly; solely ~ only; additionally ~
also; whereas ~ while; regardless of ~ despite; till ~ until; beneath ~ under; throughout ~
during; inside ~ within; by means of ~ through; so as to ~ in order to; to be able to ~ in order
to; when it comes to ~ in terms of; relating to ~ regarding; concerning ~ about; roughly ~
approximately; practically ~ nearly; virtually ~ almost; all the time ~ always; at all times ~
always; by no means ~ never; typically ~ often, usually; generally ~ sometimes; one thing ~
something; entire ~ whole; complete ~ total, comprehensive; quite a few ~ numerous; varied ~
various; identical ~ same; related ~ similar; distinctive ~ unique; foremost ~ main; primary ~
first; final ~ last; subsequent ~ next; ought to ~ should; requested ~ asked; acknowledged ~ said;
mentioned ~ said; stated ~ said; introduced ~ announced; printed ~ published; instructed ~ told;
advised ~ told; knowledgeable ~ informed; dialog ~ dialogue; assembly ~ meeting; gathering ~
meeting; journey ~ trip, visit; constructing ~ building; pupil ~ student; physician ~ doctor;
illness ~ disease; meals ~ food; cash ~ money; costs ~ prices; price range ~ budget; enterprise ~
business; corporations ~ companies; employees ~ staff, workers; commerce ~ trade; gasoline ~ gas;
surroundings ~ environment; obtained ~ received; wished ~ wanted; arduous ~ hard; troublesome ~
difficult; tough ~ difficult; straightforward ~ easy; robust ~ strong; speedy ~ rapid; close to ~
near; additional ~ further; stays ~ remains; unsure ~ uncertain; the opposite ~ the other; get
together ~ party; occasion ~ event; occasions ~ events; instances ~ cases; circumstances ~
conditions; chilly ~ cold; specialists ~ experts; consultants ~ experts; officers ~ officials;
jail ~ prison; web ~ internet; on line ~ online; imagine ~ believe; suppose ~ think; getting ready
~ preparing; making ready ~ preparing; enhance ~ increase, improve; elevated ~ increased;
decreased ~ reduced; lowering ~ reducing; broaden ~ expand; construct ~ build; modified ~ changed;
altering ~ changing; motion ~ action; household ~ family; spouse ~ wife; residing ~ living;
dwelling ~ living; useless ~ dead; need ~ desire; subsequently ~ therefore; finally ~ eventually,
ultimately; instantly ~ immediately; historically ~ traditionally; lengthy ~ long; brief ~ short;
higher ~ better; realm ~ area; chance ~ possibility, prospect; determination ~ decision; personal
~ own; growing ~ developing; helpful ~ beneficial; possible ~ feasible; premise ~ basis; middleman
~ intermediary; singular ~ unique; might be ~ could be;
"""

# Fixed names that a spinner broke, written as it writes them.
BROKEN_NAMES = """
Chilly Battle; Chilly Warfare; Chilly Conflict; Chilly Struggle; Chilly War; World Battle II;
World Struggle II; World Conflict II; Second World Battle; Korean Struggle; Vietnam Struggle;
Folks’s Republic; Peoples’s Republic; Individuals’s Republic; Folks’s Liberation; Six Social
gathering; Six Get together; Communist Social gathering; Communist Get together; Democratic Social
gathering; Republican Social gathering; Labour Social gathering; Labor Social gathering;
Conservative Social gathering; Employees’ Social gathering; Staff’ Social gathering; Workers’
Social gathering; Energy Social gathering; Russia Social gathering; Japanese Europe; Japanese
European; Japanese Financial Discussion board; Japanese Mediterranean; Jap Europe; United
Countries; United International locations; Nice Britain; European Fee; White Home; Blue Home; UN
Safety Council; U.N. Safety Council; Nations Safety Council; Nationwide Safety Council; Nationwide
Safety Adviser; Nationwide Meeting; Nationwide Intelligence Service; Normal Meeting; Supreme
Courtroom; Excessive Courtroom; Constitutional Courtroom; Legal Courtroom; World Financial
institution; Improvement Financial institution; Worldwide Financial Fund; Worldwide Legal;
Worldwide Atomic; Federal Reserve Financial institution; Overseas Minister; Overseas Ministry;
International Minister; International Ministry; Protection Secretary; Joint Chiefs of Employees;
Joint Chiefs of Workers; Chief of Employees; Chief of Workers; Legal professional Normal; Lawyer
Normal; Secretary-Normal; Secretary Normal; Secretary-Common; Normal Secretary; Basic Secretary;
Home of Representatives; Purple Sea; Purple Cross; Crimson Cross; Center East; Silk Highway; Belt
and Highway; Wall Avenue; New York Occasions; Monetary Occasions; Moscow Occasions; Korea
Occasions; Washington Submit; Morning Submit; Olympic Video games; Asian Video games; New 12
months; Atlantic Treaty Group; Shanghai Cooperation Group; World Well being; Northern Coverage;
Sunshine Coverage; Self-Protection Forces; Self-Protection Drive; Air Drive; Indo-Pacific
Technique; Far Japanese; Central Information Company; Human Rights Fee; Atomic Vitality Company;
Vitality Company
"""
