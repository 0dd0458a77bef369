"""Given names and nouns that say "he" or "she"; everybody else may be either."""

from briefings.text.wordlists import words

FEMALE = words(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty "
    "margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah "
    "stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma "
    "nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather "
    "diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith "
    "megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn "
    "janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly "
    "isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary ivanka "
    "melania angela nancy kamala condoleezza susan samantha theresa ursula marine christine "
    "nikki kellyanne huma chelsea michelle elena olga natalia tatiana svetlana irina ekaterina "
    "yulia maria valentina lyudmila larisa oksana daria ksenia galina loretta janet wendy jen "
    "karine beatrix annalena liz caroline sanna kaja giorgia rosa sue claire ellen megyn carly "
    "tulsi heidi jill ri-sol son-hui yo-jong seol-ju geun-hye kyung-wha keon-hee mi-ae "
    "young-mi min-ji ju-ae"
)
MALE = words(
    "james robert john michael david william richard joseph thomas christopher charles daniel "
    "matthew anthony mark donald steven andrew paul joshua kenneth kevin brian george timothy "
    "ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott "
    "brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron "
    "jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter keith roger terry "
    "austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel "
    "joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell "
    "bradley philip eugene vladimir sergei sergey dmitry dmitri yuri mikhail nikolai alexei "
    "aleksei igor ivan boris viktor victor oleg andrei andrey anton denis maxim konstantin "
    "volodymyr dmytro jong-un jong-il il-sung suk-yeol "
    "jae-in jae-myung won-sik tae-yong yong-ho jong-chon "
    "barack mitt newt ted marco bernie jeb mike chuck mitch harry bill tim bob jim tom ken rick "
    "rand ben chris dan jeff greg steve lloyd antony jake xi-jinping fumio shinzo yoshihide "
    "emmanuel olaf rishi boris keir jens josep ban antonio rex rudy rudolph sean corey"
)
FEMALE_WORDS = words(
    "mrs. ms. miss mrs ms spokeswoman chairwoman congresswoman councilwoman businesswoman queen "
    "princess sister mother daughter wife lady actress woman aunt widow girl dame"
)
MALE_WORDS = words(
    "mr. mr spokesman chairman congressman councilman businessman king prince brother father son "
    "husband man uncle pope sir lord strongman fisherman boy"
)
