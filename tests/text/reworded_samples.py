"""Paragraphs as people write them, full of words that spinners also use, and spun ones."""

GENUINE = {
    "naval": """
The navy said on Tuesday that two navy frigates and a navy supply ship had left the naval base at
Chinhae for a three-week exercise with the Japanese navy and the U.S. Navy. The navy will practise
hunting submarines, refuelling at sea and boarding suspicious ships, a navy spokesman said. It is
the second time this year that the navy has taken part in the drill. The chief of naval
operations, who has commanded the navy since April, told reporters on the final day of a visit to
Busan that the navy needs more ships to protect sea lanes. The navy has asked for six new frigates
over the next decade. Navy divers will also train with explosives, and a navy band will play at
the opening ceremony. The navy's budget has grown by nearly a third in four years, although the
army still receives the largest share of defense spending.
""",
    "medicine": """
Patients with breast cancer who took the drug for five years were less likely to die than those
who took a placebo, according to a study published on Monday. The highly effective treatment cut
the risk of a return by a third, with few side effects. Most cancers of this kind are found early,
and most patients are treated with surgery and radiation. Coronary heart disease was slightly more
common among women who received the drug, the researchers said, and physicians should consider a
patient's heart before prescribing it. The trial enrolled 4,300 women in 12 countries. The illness
kills some 685,000 people a year worldwide. Considerable progress has been made, said one author,
but a vital question is whether therapy can be shortened without loss of benefit. Children were
not included. The findings were presented at a meeting of oncologists in Chicago.
""",
    "sport": """
The go-to receiver caught seven passes on the final Sunday of the season, and he made a go of it
again in the final minute. The primary reason for the comeback was the defense, which forced three
turnovers in the final quarter. Last week the coach asked for patience. The forward added a goal
and an assist, his tenth assist of the season, while the second assist went to the captain, who
leads the league in assists. It was a battle from the start. They will play the next game at home
on Saturday, when the final spot in the playoffs may be decided. "We wanted it more," the
goalkeeper said. "We knew we had to be strong, and we were." The team has won 12 of its last 15
games and has never lost to this opponent in the playoffs. Injured players could return before the
end of the month.
""",
    "finance": """
The central bank said on Thursday that the country's financial system was sound, even though
several financial institutions had made losses on foreign bonds. Financial conditions have
tightened since the bank raised interest rates last month. The finance ministry wants the stock
exchange to lengthen trading hours, while brokers want lower fees. Financial stability risks have
increased, the bank said in a report, citing household debt, property prices and a weaker
currency. The economic system is changing, and the largest lenders will have to hold more capital.
The won fell to its lowest level against the dollar in 14 months before it recovered in afternoon
trading. Analysts said the market expects at least one more rise before the end of the year.
Exports rose by 9 percent last month, helped by semiconductors, and the trade deficit was smaller
than a year earlier.
""",
    "non-native": """
In the recent years the relations between two countries has been improved a lot, because the both
sides are understanding the importance of the mutual cooperation. Our government is making all
efforts for the development of economy and is inviting foreign companies for the investment. It is
a well known fact that without the peace there can not be any progress. The neighbouring states
should also to respect the sovereignty of each other and not to interfere in the internal affairs.
During the visit of the minister many agreements were signed and also the cultural programs was
organised. The experts are of the view that sanctions has failed and only the poor people is
suffering from it. The time has come that the international community must to think about it
seriously. We are hoping that in the coming days the situation will be better and the dialogue
will start again on the basis of equality.
""",
    "state media": """
The Foreign Ministry spokesperson said on Tuesday that the two countries will further deepen
strategic coordination, safeguard their legitimate security interests and uphold international
fairness and justice. The two sides exchanged views on the situation on the Korean Peninsula and
stressed the need to address the root causes of the issue. The spokesperson pointed out that
sanctions and pressure cannot solve the problem and that dialogue and consultation are the only
viable way out. The countries concerned should abandon the Cold War mentality, stop forming
exclusive blocs and do more to promote peace and stability in the region. The comprehensive
strategic partnership of coordination for a new era is not directed at any third party. People of
the two countries have a long tradition of friendship, and practical cooperation in various fields
has yielded fruitful results. The ties have withstood the test of a changing international
landscape.
""",
    "old-fashioned": """
In the course of the nineteenth century the nation had been transformed. The authorities, who had
at first regarded the railway as a danger, came at length to see in it an instrument of
government; and the peasants, whose fathers had never travelled beyond the nearest market, went in
thousands to the capital. It was, of course, the cities which profited. A number of observers
considered that the monarchy could not survive, and they were right. Upon the death of the old
king there was scarcely a household in which the matter was not discussed. The army, which had
remained loyal throughout the troubles, was now divided against itself. Nevertheless the
government persisted in its folly until the last. The struggle was brief. Within a fortnight the
ministers had fled, and with them went the last vestiges of a system which, whatever its faults,
had given the country forty years of peace.
""",
    "military": """
The army and the navy will hold a joint exercise next week, the defense ministry said. The
military drills involve 12,000 soldiers, 40 aircraft and several navy ships. The military denied
reports that the exercise had been reduced under pressure from abroad. Military cooperation with
partners remains strong, a senior military official said, adding that the alliance had never been
closer. North Korea's military warned that it would respond. The country's leader visited a
military factory last month and called for more weapons. Security experts said the threat was
serious but not new. Under a military agreement signed in 2018, both sides stopped drills near the
border, but the agreement was suspended earlier this month. The government said that it would
maintain a firm military posture while keeping the door open for talks about security and economic
aid.
""",
    "education": """
The number of children who cannot read at the age of ten has risen since the pandemic, the
education ministry said in a report on Friday. Kids from poor families have fallen behind the
most. Teachers have asked for smaller classes and for help with pupils who have difficulties at
home. The primary school curriculum will be changed next year. Higher education has also suffered:
fewer students finish their studies on time, and universities complain that they receive too
little money. "We need to act before it is too late," said the head of the teachers' union.
Parents can apply for additional lessons, which are free of charge. Critics say that the plan was
drawn up without asking schools, and that the ministry should have listened. The minister said
that he would visit a school in each district to hear what people there think.
""",
    "consumer protection": """
The consumer protection minister said on Monday that companies must not charge customers extra for
paper bills. Environmental protection groups welcomed another proposal of the minister, under
which extra packaging would be taxed. The Environmental Protection Ministry and the Ministry of
Trade have argued about it for months. The National Safety Council said that toys sold online are
often unsafe, and the Road Safety Council wants lower speed limits. Data protection rules will be
changed as well. The European Commission has to approve the plans, which are part of a wider
agreement between the parties in the government. An industry group called the rules a burden for
small companies. The minister rejected the criticism. Extra staff will check shops, and extra
money will be given to consumer groups that give advice on contracts and insurance coverage.
""",
    "Indian English": """
The Union Cabinet on Wednesday gave its nod to the proposal, sources said. The Opposition alleged
that the Government had failed to check price rise and that farmers were yet to receive the
assistance promised to them. The Leader of the Opposition said that the matter would be raised in
the House in the course of the day. Till now, as many as 43 persons have been arrested in
connection with the violence, a senior police officer said, adding that the situation was under
control. The injured were rushed to a nearby hospital, wherein two of them succumbed to their
injuries. The Chief Minister announced an ex gratia of five lakh rupees to the kin of the
deceased. Meanwhile, the High Court has sought a reply from the State within four weeks.
Additional forces have been deployed in the area, and schools and colleges shall remain closed
until further orders.
""",
    "technology": """
Software programs that learn from data can find mistakes that people overlook, but they need
powerful computers and a lot of energy. The company said its newest system uses less energy than
the one before. It is available online, and customers pay by the month. The function of the system
is to sort documents, and its primary function can be extended by other programs. A number of
firms have developed similar techniques. One technique compares words with their neighbours;
another technique, which is faster but less accurate, counts them. The final version will be
released next month. The developers acknowledged that the system makes errors and advised users to
check its answers. Employees of several corporations have asked for rules about how such systems
may be used at work. Regulators in Europe want to know whether personal data was used to train it.
""",
}

SPUN = {
    "summit": """
The chief of the nation met together with his Chinese counterpart on Thursday to debate nearer
ties and safety issues, in accordance with a press release from the overseas ministry. It was the
primary time the 2 leaders had met because the begin of the 12 months. Each nations additionally
agreed to develop commerce and vitality cooperation, and stated {that a} follow-up assembly would
happen subsequent month. Specialists say the go to is a vital step ahead for a relationship which
has lengthy been strained by worldwide sanctions towards the nation's nuclear program. However the
White Home stated it stays to be seen whether or not the talks will cut back tensions. The federal
government in Seoul is making an attempt to maintain its personal channels open, folks accustomed
to the matter stated, not with out a point of concern over the rising affect of Moscow within the
area. Protection minister ranges talks are additionally being thought of, and the United Nations
Safety Council is anticipated to satisfy on the difficulty.
""",
    "health": """
Consuming an excessive amount of salt can result in coronary heart assault and different well
being issues, in accordance with a brand new examine. Researchers discovered that individuals who
reduce their consumption by a 3rd had been considerably much less prone to undergo from
hypertension. The outcomes have been printed final week. Medical doctors say sufferers ought to
learn labels intently and keep away from processed meals. "It's by no means too late to alter your
weight loss program," stated one of many lead authors, including that youngsters are notably in
danger. Extra analysis is required, nevertheless, as a result of the examine didn't embrace folks
with diabetes. Public well being officers have lengthy known as on the meals trade to behave. A
minimum of 5 nations have already launched a tax on salty snacks, and lots of others are planning
to take action within the subsequent few years. Most cancers charities additionally welcomed the
information.
""",
    "football": """
The striker scored twice within the remaining ten minutes to assist his crew attain the ultimate
of the competitors for the primary time in twenty years. The supervisor praised his gamers after
the sport and stated they'd proven an incredible quantity of character. The guests took the lead
by means of a penalty, but the house facet got here again strongly within the second half. It was
solely their third win of the season towards a membership from the highest division. "We by no
means stopped believing," the captain instructed reporters. The ultimate will probably be
performed subsequent month, and the followers are already trying ahead to it. The loss was a giant
blow for the guests, who've now misplaced 4 video games in a row and had been with out a number of
key gamers on account of damage. The primary half was a quiet affair with each groups struggling
to create possibilities, and the supervisor made two adjustments on the break that turned the
sport round.
""",
    "war": """
The Ukrainian navy stated on Sunday that Russian troopers had launched a contemporary assault on
the town regardless of heavy losses, as worldwide assist for Kyiv's struggle effort confirmed
indicators of waning. The protection ministry in Moscow didn't instantly touch upon the claims.
Not less than 4 folks have been killed and a residential constructing was destroyed, the regional
governor instructed reporters. The chief of workers stated the state of affairs on the entrance
line stays troublesome, however that his forces have been holding their positions. The European
Fee has put ahead a plan to make use of frozen belongings to pay for weapons, and the White Home
is in search of approval for a brand new package deal of navy assist. In current weeks the Kremlin
has stepped up missile assaults on vitality infrastructure. The battle, which started with the
invasion in 2022, is now in its third 12 months, and there's no signal that both sides is able to
negotiate an finish to the Chilly Battle-like confrontation.
""",
}
