"""The wordings of page furniture, as regular expressions matched at the start of a line."""

# Furniture however the line ends.
SURE = (
    r".{1,60} \(@\w{1,30}\) [\w.]{1,10} .{3,16}$",  # who wrote an embedded post, and when
    r"(?:please )?(?:log ?in|sign in|register)\b.{0,40}\b(?:to|or)\b",
    r"please or register\b",
    "you must be (?:logged in|registered)",
    "already (?:a subscriber|have an account)",
    r"(?:sign|signed) up (?:for|to|here|now|with|today)\b",
    r"subscribe (?:to|now|for|today|here|and)\b",
    r"become a (?:member|subscriber|patron)\b",
    "(?:enter|submit) your (?:e-?mail|name)",
    "your e-?mail address",
    (
        r"(?:get|receive) .{0,60}\b(?:newsletters?|in your inbox|free trial|unlimited access|"
        r"by e-?mail)\b"
    ),
    r"get your\W*$",
    "join (?:the|our) (?:discussion|conversation|newsletter|community|telegram|mailing list)",
    r"download (?:the|our) \w{0,20}\s?app",
    r"follow (?:us|me|@\w+|\w+ on (?:twitter|x|facebook|telegram))\b",
    r"(?:like|find|join|visit) us on\b",
    r"connect with us\b",
    (
        "(?:please )?(?:direct|send|address) (?:any |your |all )?(?:questions|comments|tips|"
        r"feedback|story tips)\b"
    ),
    r"(?:have|got|do you have) (?:a|any|something|questions|feedback|thoughts)\b.{0,80}\?",
    (
        r"for (?:more|further) (?:information|details|news|stories)\b.{0,40}\b(?:contact|"
        r"visit|click|see|call|go to)\b"
    ),
    r"contact (?:the (?:author|writer|reporter|editor)|this reporter|us)\b",
    r"we (?:and our [^.]{0,20}partners )?use\b.{0,60}\bcookies\b",
    "support (?:our|independent|quality) journalism",
    (
        "(?:by (?:clicking|signing|submitting|continuing)|this (?:site|website) uses)"
        r"\b.{0,160}(?:cookies|terms|privacy|agree)"
    ),
    (
        "(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|"
        "settings)|accept (?:all )?cookies)"
    ),
    "this (?:site|form) is protected",
    "[©ⓒ]",
    r"(?:\(c\)|copyright)\s?(?:©|\(c\)|\d{4}|[:|])",
    r".{0,160}\ball rights reserved\b",
    "(?-i:(?:Edited|Reviewed|Proofread|Fact-checked|Copy-edited) by (?:[A-Z]|the editors))",
    r"\(?(?:additional )?(?:reporting|writing|editing)(?: and \w+)? by\b",
    r".{2,120} contributed (?:reporting\b|to this (?:report|article|story))",
    r"our standards\s?:",
    r"\W?this (?:story|article|report|copy) (?:has not been edited|(?:has been|is|was) auto)",
    r"(?:last )?updated?(?: at)?\s?:?\s?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?)?.{0,30}$",
    (
        "(?:a (?:post|photo|video|reel)|ein beitrag|une publication|una publicación|un post) "
        r"(?:shared|posted|geteilt|partagée|compartida|condiviso)\b"
    ),
    "view this (?:post|photo|profile) on instagram",
    "(?:sieh dir diesen beitrag|voir cette publication|ver esta publicación)",
    r".{0,80}(?:님의 공유 게시물|님이 공유한 게시물)",
    r"публикация от .{2,80}\(@",
    r".{0,200}\b(?:delivered|sent) (?:right |straight |directly )?to your inbox\b",
    r"more information\s?: \S",
    r"contributing\s?: (?-i:[A-Z])",
    r"\W?with (?:additional |agency )?inputs? from\b.{0,80}$",
    (
        r"(?:(?:editor.s note|corrections?|clarifications?|updates?)\b.{0,60})?(?:an|the|this) "
        r"(?:earlier|previous|original) version of this "
        r"(?:article|story|report|post|piece|column|page|headline|essay|review|interview)\b"
    ),
    r"this (?:article|story|post) (?:has been|was) (?:updated|corrected|amended|edited)\b",
    r"a version of this (?:article|story|column|essay)\b",
    (
        r"(?:the post|this (?:post|article|story|piece|entry|essay|column|op-ed|commentary|"
        r"interview|report))\b.{0,160}(?:appeared first|"
        "(?:first|originally) appeared|(?:was )?(?:originally |first |also )?(?:published|posted|"
        r"filed|written)) (?:on|in|by|at|under)\b"
    ),
    r"(?:originally |first )published (?:on|in|by|at)\b",
    r"republish (?:this|our)\b",
    r".{0,80}무단\s?(?:전재|복제|배포)",
    "저작권자",
    r"[가-힣]{2,4} (?:기자|특파원)\W{0,3}[\w.+-]+@[\w.-]+",
    "(?:네이버|카카오|유튜브|채널).{0,30}(?:구독|추가|팔로우)",
    r".{0,60}\((?:클릭시|원문).{0,40}\)\W*$",
    r"подпи(?:сывайтесь|шитесь)\b",
    "(?:©.{0,30})?все права (?:защищены|сохранены)",
    "(?:нашли|заметили) (?:ошибку|опечатку)",
    "читайте (?:также|нас|ещё|еще|далее|подробнее)",
    (
        r"(?:the )?(?:views|opinions)\b.{0,60}\b"
        r"(?:article|piece|column|author'?s?|authors|writer|here(?:in)?)"
        r"\b.{0,80}\b(?:own|reflect|represent|those of)\b"
    ),
)
# Furniture only where the line does not end like a sentence.
SHY = (
    (
        r"related(?:$|\W|\s(?:stories|story|articles?|posts?|news|reading|topics|coverage|"
        r"content|links?|videos?)\b).{0,80}$"
    ),
    (
        "(?:recommended|trending|latest|popular|more|top|featured|editor.?s.?|our|other)"
        r"\s(?:stories|story|articles?|posts?|news|reading|reads|topics|coverage|content|"
        r"links?|videos?|headlines|picks|recommendations?|reports|from|for you|like this|"
        r"to explore)\b.{0,60}$"
    ),
    r"(?:recommended|trending|featured)\W*$",
    r"more (?:on|about)\b.{0,60}$",
    r"most\s(?:viewed|read|popular|shared|commented|recent)\b.{0,40}$",
    (
        r"(?:read|see|watch|listen|click|view|learn|find out)\s(?:also|more|next|full|the "
        r"full|the rest|all|here|this|related|the original|original|now|on"
        r" (?:twitter|x|youtube|facebook|instagram|spotify|apple|google|amazon|telegram|our"
        r"|\S+\.\w\w)"
        r"|on(?=\W*$))\b.{0,120}$"
    ),
    r"you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)\b.{0,40}$",
    (
        "(?:don.t miss|up next|(?:next|previous) (?:article|story|post|page)|in this article|"
        r"what to read next)\b.{0,100}$"
    ),
    r"(?:continue|keep) reading\b.{0,60}$",
    r"(?:story|article) continues\b.{0,60}$",
    r"(?:back|return) to (?:top|home|the top)\b.{0,20}$",
    r"skip to\b.{0,40}$",
    (
        "(?:share|tweet|email|e-mail|print|save|comment|copy link|bookmark|listen|facebook|"
        "twitter|whatsapp|telegram|linkedin|reddit|pinterest|pocket|x|link copied|copied|"
        r"menu|search|close|reply|report|quote|like|home|next|previous|play|video)\W*$"
    ),
    r"(?:share|print|save|email|e-mail|send) (?:this|on|via|to|with|it|article)\b.{0,60}$",
    r"share or comment on\b.{0,200}$",
    r"scroll (?:down|up|to)\b.{0,40}$",
    (
        "(?:leave|post|add|write|submit|view|show|load|hide)(?: a| your| all| more)? "
        r"(?:comments?|reply|replies)\b.{0,20}$"
    ),
    r"\d+ (?:comments?|shares?|views?|likes?|replies|responses?|min(?:ute)?s? read)\W*$",
    r"(?:no )?comments?(?: are closed| \(\d+\)| policy| on\b.{0,80})?\W*$",
    r"(?:advertise(?:ments?)?|ad)(?: - .*)?\W*$",
    r"(?:sponsored|paid|promoted) (?:content|post|by\b.{0,40}|links?)\W*$",
    (
        "(?:loading|subscribe|sign up|sign in|log in|login|register|donate|permissions and "
        r"reprints|about us|contact us|newsletter)\W*$"
    ),
    (
        "(?:tags?|topics?|categor(?:y|ies)|filed under|posted in|keywords?|labels?|hashtags?)"
        r"(?:\s?:.{0,200}|\W*)$"
    ),
    r"(?:last )?(?:updated|modified|published|posted)\s?:?\s?.{0,20}\bago\W*$",
    r"(?:about|meet) (?:the )?(?:authors?|writer)\W*$",
    r"(?:[àa] lire|lesen sie|lea|lee|leggi) (?:aussi|également|auch|también|anche)\W*$",
    r"report(?:ing|ed) (?:from|in|by)\b.{0,80}$",
    r"(?:follow|support|join) (?:us|our)\b.{0,60}$",
    r"(?:#[\w-]+\s*){1,12}$",
    r"(?:관련|추천|인기|주요)\s?(?:기사|뉴스|글|링크|영상)\b.{0,60}$",
    r"(?:가장 )?많이\s?본.{0,30}$",
    r"[▶►☞▷◀◆■]\s?.{0,80}$",
    r"(?:기사|뉴스)?\s?제보.{0,60}$",
    r"(?:구독|공유|댓글|좋아요|광고|인쇄|스크랩|공감|목록|이전글|다음글)(?:하기)?\s?\d*\W*$",
    r"(?:원문|기사 원문|전체) ?보기\W*$",
    r"(?:материалы|новости|статьи) (?:по теме|партн[её]ров|сми2?)\b.{0,40}$",
    "(?:ещё|еще|другие) (?:по теме|новости|материалы).{0,30}$",
    r"по теме\W*$",
    r"поделиться\b.{0,40}$",
    (
        "(?:реклама|комментарии|комментировать|подписаться|подписка|популярное|распечатать|"
        r"вход|регистрация)\W*$"
    ),
    r"(?:теги|метки|источник|рубрики?|темы)\s?:.{0,160}$",
    r"самое (?:читаемое|популярное|важное)\W*$",
    r"сообщить об ошибке\W*$",
    r"больше новостей\b.{0,80}$",
    r"наш(?:и|а)? (?:канал|группа|телеграм)\b.{0,60}$",
    r"(?:смотрите|слушайте) (?:также|ещё|еще|видео|онлайн)\b.{0,120}$",
)
