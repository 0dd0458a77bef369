"""Countries and big places by their English names, folded: they act, but nobody calls one "he".

Places that are as often somebody's surname (Lincoln, Jackson, Austin) are left out.
"""

from briefings.text.wordlists import words

COUNTRIES = words(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan "
    "bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia "
    "herzegovina botswana brazil britain brunei bulgaria burkina faso burma burundi cambodia "
    "cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark "
    "djibouti dominica ecuador egypt eritrea estonia ethiopia fiji finland france gabon gambia "
    "georgia germany ghana greece greenland grenada guatemala guinea guyana haiti honduras hungary "
    "iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya "
    "korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein "
    "lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania "
    "mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal "
    "netherlands nicaragua niger nigeria norway oman pakistan palestine panama papua paraguay peru "
    "philippines poland portugal qatar romania russia rwanda senegal serbia seychelles singapore "
    "slovakia slovenia somalia spain sudan suriname swaziland sweden switzerland syria taiwan "
    "tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda ukraine uruguay "
    "uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe england scotland wales crimea "
    "chechnya catalonia kashmir tibet xinjiang somaliland gaza africa asia europe arabia saudi "
    "zealand lanka lucia leone rica salvador brexit"
)
_STATES = words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan "
    "minnesota mississippi missouri nebraska nevada ohio oklahoma oregon pennsylvania tennessee "
    "texas utah vermont wisconsin wyoming dakota ontario quebec alberta saskatchewan queensland "
    "bavaria saxony brandenburg normandy sicily ulster"
)
_CITIES = words(
    "aleppo algiers almaty amman amsterdam ankara astana athens atlanta baghdad baku bangkok "
    "barcelona basra beijing beirut belfast belgrade benghazi berlin birmingham bogota boston "
    "bratislava brussels bucharest budapest cairo calais canberra caracas cardiff chicago cologne "
    "copenhagen cork dallas damascus davos delhi denver detroit dhaka doha donetsk dubai dublin "
    "edinburgh frankfurt geneva glasgow grozny hamburg hanoi harare havana helsinki islamabad "
    "istanbul jakarta jerusalem johannesburg kabul karachi kathmandu kharkiv khartoum kiev "
    "kinshasa kyiv lagos lahore leeds lima lisbon liverpool ljubljana london luhansk madrid malmo "
    "manila melbourne memphis miami milan minneapolis minsk mogadishu montreal moscow mosul mumbai "
    "munich nairobi naples nicosia odessa oslo ottawa palermo paris philadelphia pittsburgh "
    "podgorica prague pretoria pyongyang rabat ramallah raqqa reykjavik riga riyadh rome "
    "rotterdam sarajevo seattle seoul sevastopol shanghai skopje sofia stockholm strasbourg taipei "
    "tallinn tashkent tbilisi tehran tirana tokyo toronto tripoli tunis ulan-ude vancouver "
    "vienna vilnius vladivostok warsaw washington yerevan zagreb zurich"
)
PLACES = COUNTRIES | _STATES | _CITIES
