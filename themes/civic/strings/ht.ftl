# Mo tèm nan an kreyòl ayisyen.
# `{ $name }`: se pwogram nan ki ranpli sa; gade https://projectfluent.org pou rès la.

### Jan pwogram nan rele patnè li yo: si ou chanje twa liy sa yo, pifò etikèt yo ap swiv.
-partner-city = vil sè
-partner-cities = vil sè
-Partner-cities = Vil sè

## Tit

title-home = Akèy
title-cities = { -Partner-cities } yo
title-cities-by-country = { -Partner-cities } yo pa peyi
title-cities-by-decade = { -Partner-cities } yo pa deseni
title-cities-a-z = { -Partner-cities } yo soti nan A rive nan Z
title-timeline = Kwonoloji
title-committees = Komite yo
title-events = Evènman
title-documents = Dokiman
title-areas = Domèn travay
title-organizations = Òganizasyon
title-news = Nouvèl
title-relationships = Relasyon
title-faq = Kesyon ak repons
title-guides = Gid
title-glossary = Leksik
title-contacts = Kontak
title-join = Patisipe
title-anniversaries = Anivèsè
title-data = Done louvri
title-search = Chèche
title-not-found = Nou pa jwenn paj la

## Sou tout paj

skip = Ale dirèk nan kontni prensipal la
menu = Meni
languages = Lang
breadcrumbs = Ki kote ou ye
contents = Sou paj sa a
to-top = Tounen anlè
subscribe-news = Abòne ak nouvèl yo (flux Atom)
# What the feed of changes calls itself.
feed-changes = Chanjman
subscribe-changes = Abòne ak chanjman yo (flux Atom)
subscribe-calendar = Abòne ak kalandriye a
subscribe-anniversaries = Abòne ak anivèsè yo
calendar-file = Fichye kalandriye (ICS)
pictures = Foto
picture-credit = Foto:
operator = Kiyès ki dèyè sit sa a
about-city = Sou { $name }
run-by = Moun ki responsab
part-of = Fè pati
official = Sit ofisyèl
official-website = Yon sit ofisyèl { $name }
# `{ $since }` se "depi 1981".
founded = Ap travay { $since }
member-of = Manm
take-part = Patisipe
donate = Fè yon don
newsletter = Bilten enfòmasyon
about-website = Konsènan sit sa a
notice-privacy = Vi prive
notice-accessibility = Aksè pou tout moun
notice-terms = Kondisyon pou sèvi ak sit la
service-requests = Mande yon sèvis nan men vil la
social-linkedin = { $name } sou LinkedIn
social-facebook = { $name } sou Facebook
social-instagram = { $name } sou Instagram
social-mastodon = { $name } sou Mastodon
social-bluesky = { $name } sou Bluesky
social-youtube = { $name } sou YouTube
social-x = { $name } sou X
social-other = { $name } lòt kote
untranslated-notice = Paj sa a poko tradui. Nou montre l nan lang sa a: { $language }.
not-found = Pa gen okenn paj nan adrès sa a. Petèt paj la chanje plas. Paj sa yo ka ede w jwenn sa w ap chèche a:
moved = Paj sa a chanje plas
moved-to = W ap jwenn li isit la:

## Jan yo okipe yon paj

archived = Nan achiv
archived-notice = Nan achiv: nou kenbe paj sa a kòm souvni; nou pa mete l ajou ankò.
sources = Sous
source-number = Sous { $number }
source-document = nan
source-retrieved = li { $date }
source-for = pou { $fact ->
    [name] non an
    [title] tit la
    [within] kote l ye a
    [country] peyi a
    [coordinates] kowòdone yo
    [population] popilasyon an
    [count] kantite a
    [relationship] relasyon an
    [kind] kalite a
    [established] dat li etabli a
    [dissolved] dat li fini an
    [history] istwa a
    [status] estati a
    [timeline] kwonoloji a
    [date] dat la
    [members] manm yo
    [mandate] manda a
    [outcomes] sa ki soti ladan l
    [decision] desizyon an
    [quote] sitasyon an
   *[other] { $fact }
}
reviewed = Dènye fwa yo revize l: { $date }
looked-after = Moun ki okipe l:

## Kantite

partners = { $count } { -partner-cities }
partners-since = { $count } { -partner-cities } { $since }
counts = { $cities } { -partner-cities } nan { $countries } peyi

## Paj akèy la ak lis yo

newest = Dènye { -partner-city } ki antre
upcoming = Sa k ap vini
recent = Dènye evènman yo
past = Evènman ki pase
all-cities = Tout { -partner-cities } yo
all-events = Tout evènman yo
whole-timeline = Tout kwonoloji a
all-news = Tout nouvèl yo
all-documents = Tout dokiman yo
anniversaries-coming = Anivèsè k ap vini
all-anniversaries = Tout anivèsè yo
anniversaries-about = Anivèsè ki nan douz mwa k ap vini yo.
anniversary-founded = fonde:
groupings = Gwoupe { -partner-cities } yo
grouping-by-status = Pa estati
grouping-by-country = Pa peyi
grouping-by-decade = Pa deseni
grouping-a-z = A rive Z
# Yon lis ki twò long pou yon sèl paj: pati li yo, paj li yo, ak sa ki sou paj sa a.
portion-groups = Pati lis sa a
portions = Paj lis sa a
portion-shown = { $first } rive { $last } sou { $total }
portion-page = Paj { $page }
portion-previous = Paj anvan
portion-next = Paj apre
title-page = { $title }, paj { $page }
timeline-latest = Dènye { $count } antre sou { $total }:
established = etabli:
no-date = Dat la pa anrejistre
no-relationship = Pa gen relasyon ki anrejistre
bound-to = ansanm ak
pair = De vil yo
date-unknown = dat la pa anrejistre

## Rechèch la. Se yon script ki ranpli `%`.

search-count = Rezilta: { $count }
search-none = Nou pa jwenn anyen pou “{ $query }”.
search-advice = Eseye ak mwens mo, oswa ak lòt mo; youn oubyen de lèt ki mal ekri pa fè anyen. Tout non yo anba a, soti nan A rive nan Z.
search-failed = Rechèch la pa disponib kounye a. Tout non yo anba a, soti nan A rive nan Z.
search-results = Sa nou jwenn
search-more = Plis rezilta
# Ant yon non ak non òdinè a: "Okay: gade Les Cayes".
see = gade
found-city = Vil
found-relationship = Relasyon
found-committee = Komite
found-event = Evènman
found-news = Nouvèl
found-page = Paj
found-organization = Òganizasyon
found-area = Domèn travay
found-document = Dokiman
found-faq = Kesyon yo
found-question = Kesyon
found-guide = Gid
found-step = Etap
found-term = Mo
found-contact = Kontak

## Kat la, ak glòb yon vil

map = { $count ->
    [one] Kat ki montre yon vil
   *[other] Kat ki montre { $count } vil
}
map-to = Kat ki montre { $home } ak { -partner-cities } li yo
map-missing = { $count ->
    [one] Gen yon vil ki pa sou kat la, paske kote li ye a pa anrejistre.
   *[other] Gen { $count } vil ki pa sou kat la, paske kote yo ye a pa anrejistre.
}
map-table = Kat la an tablo
map-order = Soti nan lwès rive nan lès
map-number = Sou kat la
map-city = Vil
map-country = Peyi
map-home = Vil lakay nou
locator = Glòb ki montre kote { $city } ye
locator-to = Glòb ki montre { $home } ak { $city }: gen anviwon { $km } km ({ $miles } mil) ant yo

## Kijan pou patisipe

ways = Sa ou ka fè
ask = Mande:
membership = Vin manm
membership-tiers = Konbyen sa koute
tier-name = Kalite manm
tier-price = Pou yon ane
membership-period = Ane manm yo soti nan { $from } rive nan { $to }.
# `{ $period }` se "2027", oswa "2026–2027" lè ane a pase nouvèl ane.
renewals-open = Ou ka renouvle pou { $period } kounye a
renewals-from = Renouvèlman yo kòmanse nan mwa { $month }.
become-member = Vin manm
support = Sipòte nou epi rete an kontak

## Enfòmasyon

facts = An yon koudèy
fact-kind = Kalite
fact-status = Estati
fact-established = Dat li etabli
fact-dissolved = Dat li fini
fact-place = Kote
fact-coordinates = Kowòdone
# `{ $home }` se vil lakay la.
fact-distance = Distans ak { $home }
distance = anviwon { $km } km ({ $miles } mil)
fact-population = Popilasyon
fact-also-called = Yo rele l tou
fact-website = Sit entènèt
fact-cities = Vil
fact-committee = Komite
fact-areas = Domèn travay
fact-agreement = Akò
fact-criteria = Kritè ki ranpli
fact-other-partners = Lòt patnè
fact-organization = Fè pati
fact-appointed-by = Moun ki nonmen l
fact-event-kind = Kalite
fact-duration = Konbyen tan
fact-places = Ki kote
fact-organizers = Moun ki te òganize l
fact-participants = Moun ki te patisipe
fact-partners = Avèk èd
population = { $count } ({ $date })
involved = Moun ak òganizasyon
other-relationships = Lòt relasyon
dissolved = fini { $date }

## Kalite relasyon

kind-sister = Vil sè
kind-friendship = Vil zanmi
kind-county = Konte sè
kind-state = Eta sè
kind-partner = Vil patnè
kind-project = Patenarya sou yon pwojè
kind-contact = Kontak
kind-ring = Wonn plizyè vil
kind-historical = Relasyon istorik

## Estati. Ak yon dat: `{ $since }` se "depi 2019".

status-active = Aktif
status-active-since = Aktif { $since }
status-paused = Kanpe
status-paused-since = Kanpe { $since }
status-suspended = Sispann
status-suspended-since = Sispann { $since }
status-developing = An preparasyon
status-developing-since = An preparasyon { $since }
status-proposed = Pwopoze
status-proposed-since = Pwopoze { $since }
status-inactive = Pa aktif
status-inactive-since = Pa aktif { $since }
status-emeritus = Emerit
status-emeritus-since = Emerit { $since }
status-ended = Fini
status-ended-since = Fini { $since }
status-declined = Refize
status-declined-since = Refize { $since }
# Kanpe, nan yon pwogram ki mete l ansanm ak sa ki aktif yo.
status-active-paused = Aktif, men li kanpe
status-active-paused-since = Aktif, kanpe { $since }

## Kwonoloji a, kote pwogram nan rakonte pou kont li

timeline-established = relasyon an etabli
timeline-active = relasyon an vin aktif
timeline-paused = relasyon an kanpe
timeline-suspended = relasyon an sispann
timeline-developing = relasyon an ap prepare
timeline-proposed = yo pwopoze relasyon an
timeline-inactive = relasyon an pa aktif ankò
timeline-emeritus = relasyon an fini, men yo kontinye onore l
timeline-ended = relasyon an fini
timeline-declined = yo refize relasyon an

# Sa ki make yon dat sou desen an, ak sa li di sou lè yon bagay te fèt.
marks = Kijan pou li sa
mark-day = jou sa a
mark-month = yon lè nan mwa sa a
mark-season = yon lè nan sezon sa a
mark-year = yon lè nan ane sa a
mark-decade = yon lè nan dizan sa yo
mark-century = yon lè nan santan sa yo
mark-range = depi nan kòmansman rive nan fen
mark-within = yon lè ant de dat yo
mark-since = depi lè sa a, epi li kontinye
mark-until = jiska lè sa a, depi lontan
mark-from = depi lè sa a; yo pa konnen jiska kilè
mark-to = jiska lè sa a; yo pa konnen depi kilè
mark-one-of = youn nan dat sa yo
mark-undated = pèsonn pa konnen kilè
mark-about = liy ki kase: anviwon lè sa a, oswa petèt
marks-strip = Ti bann ki anba yon dat montre ki pati nan ane a dat la di, mwa pa mwa; lè se plis pase yon ane, ane pa ane.
# `{ $length }` se "2 an".
length-about = anviwon { $length }
overview = Antre yo pa ane
# Nonb lan vini apre de pwen: yon skript ka mete yon lòt nan plas li.
overview-column = { $label }: { $count } antre
decades = Deseni yo
choices = Chwazi nan kwonoloji a
choices-city = Pa vil
choices-kind = Pa kalite
choices-all-city = Tout vil yo
choices-all-kind = Tout kalite
choices-shown = { $count } sou { $total } antre

## Evènman

delegation = Delegasyon { $number } sou { $total }
event-delegation-out = Delegasyon
event-delegation-in = Delegasyon ki vin vizite
event-visit = Vizit
event-training = Fòmasyon
event-exchange = Echanj
event-council-order = Lòd Konsèy la
event-council-vote = Vòt Konsèy la
event-appointment = Nominasyon
event-report = Rapò
event-signing = Siyati
event-launch = Lansman
event-anniversary = Anivèsè
event-gift = Kado
event-project = Pwojè
event-relief = Sekou
event-disaster = Katastwòf
event-pause = Poz
event-resumption = Rekòmansman
event-meeting = Reyinyon
event-festival = Festival
event-fundraiser = Ranmase lajan
event-other = Evènman
event-established = Relasyon
event-status = Chanjman estati
event-status-held = Te fèt
event-status-planned = Prevwa
event-status-cancelled = Anile
event-status-postponed = Ranvwaye

duration-hour = { $count ->
    [one] inèdtan
   *[other] { $count } èdtan
}
duration-day = { $count ->
    [one] yon jou
   *[other] { $count } jou
}
duration-week = { $count ->
    [one] yon semèn
   *[other] { $count } semèn
}
duration-month = { $count ->
    [one] yon mwa
   *[other] { $count } mwa
}
duration-year = { $count ->
    [one] ennan
   *[other] { $count } ane
}

role-funder = te bay lajan
role-host = te resevwa
role-organizer = te òganize
role-supplier = te founi materyèl
role-partner = patnè

register = Enskri
register-for = Enskri pou { $name }
time = { $clock }

outcomes = Sa ki soti ladan l
outcome-about = anviwon { $count }
outcome-at-least = omwen { $count }
outcome-more-than = plis pase { $count }
outcome-dozens = plizyè douzèn
causes = Poukisa
votes = { $for } pou, { $against } kont

## Komite

members = Manm yo
members-caption = Non, wòl ak manda
former-members = Ansyen manm yo
former-members-caption = Non, wòl ak manda ansyen manm yo
member-name = Non
member-role = Wòl
member-term = Manda
member-vacant = Plas sa a vid
term = { $from } – { $to }
term-from = depi { $from }
term-to = jiska { $to }
enabling = Sou ki sa li baze
other-members-caption = Lòt manm yo: non, wòl ak manda
committee-committee = Komite
committee-commission = Komisyon
committee-board = Konsèy administrasyon
committee-association = Asosyasyon
committee-council = Konsèy
seats = { $count ->
    [one] yon plas
   *[other] { $count } plas
}
vacancies = { $count ->
    [one] yon plas vid
   *[other] { $count } plas vid
}
fact-vacancies = Plas vid
honorary = manm onè
ex-officio = akòz fonksyon li
alternate = ranplasan
appointed-by = moun ki nonmen l:
requirement = Kiyès ki ka ladan l:
meetings = Reyinyon
meetings-next = Pwochen reyinyon yo
meetings-past = Reyinyon ki pase
meetings-open = Tout moun ka asiste reyinyon yo.
meetings-closed = Reyinyon yo pa ouvè pou piblik la.
how-to-join = Kijan pou antre ladan l
open-to-all = Nenpòt moun ka antre ladan l.

## Dokiman

document-agreement = Akò
document-resolution = Rezolisyon
document-policy-order = Lòd (Policy Order)
document-ordinance = Òdonans
document-proclamation = Pwoklamasyon
document-policy = Règ
document-minutes = Pwosè-vèbal
document-agenda = Ajanda
document-report = Rapò
document-newsletter = Bilten
document-bylaws = Règleman
document-letter = Lèt
document-map = Kat
document-other = Dokiman
file = ({ $format }, { $size })
not-published = pa pibliye
document-details = detay
document-until = jiska { $date }
document-ended = fini { $date }
pages = { $count ->
    [one] yon paj
   *[other] { $count } paj
}
accessible-yes = aksesib
accessible-partial = aksesib an pati
accessible-no = pa aksesib
signatories = Moun ki siyen l

## Òganizasyon

organization-association = Asosyasyon
organization-agency = Ajans
organization-commission = Komisyon
organization-company = Konpayi
organization-council = Konsèy
organization-foundation = Fondasyon
organization-government = Gouvènman
organization-hospital = Lopital
organization-nonprofit = Òganizasyon san bi likratif
organization-school = Lekòl
organization-university = Inivèsite

## Nouvèl

author = { $name } ki ekri l
updated = chanje { $date }
about = Sou ki sa sa ye

## Kesyon ak repons

questions = Kesyon ki nan paj sa a
questions-of = Tout kesyon ki nan « { $group } »
question-place = Kesyon sa a pami lòt yo
other-answer = Yon lòt repons, nan « { $group } »
audience-residents = Pou abitan yo
audience-committees = Pou komite yo
audience-cities-abroad = Pou vil ki nan lòt peyi
audience-staff = Pou anplwaye yo
read-next = Pou li apre

## Gid

steps = Etap yo
step-of = Etap { $number } sou { $total }
step-takes = Dire:
step-optional = Pa obligatwa
step-done = fini
step-current = kounye a
step-to-come = ap vini
step-guide = Etap yo soti nan gid la
data-points = Sa pou chèche konnen
data-point = Sa n ap konpare
checklist = Lis verifikasyon
done-when = Etap la fini lè:
progress = Kote nou rive
comparison = De vil yo kòtakòt
comparison-caption = De vil yo, dapre sa gid la mande:
not-recorded = pa anrejistre

## Leksik

also-called = Yo rele sa tou
term-explained = Sa « { $term } » vle di
no-definition = Poko gen eksplikasyon

## Kontak

whom-to-ask = Ki moun pou mande
contact-person = Moun ki reponn
contact-organization = Òganizasyon
contact-email = Imèl
contact-phone = Telefòn
contact-form = Fòmilè
contact-address = Adrès
contact-hours = Lè
contact-languages = Lang
notice-public-records = Dosye piblik

## Done louvri

data-lede = Enfòmasyon ki sou sit sa a, an fichye, pou tablo, pou kat ak pou pwogram.
data-files = Fichye yo
data-records = { $count ->
    [one] yon sèl antre
   *[other] { $count } antre
}
data-schema = Sa kle yo vle di
data-about-cities = Vil lakay la ak vil ki mare avè l: non yo, peyi yo, kote yo ye sou kat la, ak nimewo yo lòt kote.
data-about-relationships = Sa ki mare vil yo: ki kalite lyen, nan ki eta li ye jodi a, ak kijan li te fèt, avèk dat yo.
data-about-events = Delegasyon, vòt, festival ak lòt bagay konsa: ki lè, ki kote, kiyès, ak sa ki soti ladan yo.
data-about-timeline = Tout sa ki te pase, youn apre lòt, kèlkeswa paj ki rakonte l.
data-about-committees = Moun ki okipe yon relasyon: wòl yo, manm yo, reyinyon yo.
data-about-documents = Akò, lòd ak rapò, ak kote pou jwenn yo.
data-about-organizations = Òganizasyon ki patisipe ladan l.
data-about-areas = Sou kisa relasyon ak evènman yo ye.
data-about-faq = Kesyon yo ak repons yo, an tèks senp.
data-downloads = Menm lis sa a an done
format-json = JSON
format-csv = CSV
format-geojson = GeoJSON
format-quickstatements = QuickStatements
data-reading = Kijan pou li yo
data-reading-formats = JSON gen tout bagay ladan l, e li fèt pou pwogram. CSV se tablo pou fèy kalkil, GeoJSON se pou kat, e QuickStatements se deklarasyon Wikidata konprann.
data-reading-dates = Dat yo ekri an EDTF, e yo di sa moun konnen: 1982 se yon ane, 1982-06 se yon mwa, 2019/.. toujou ap kontinye.
data-reading-unknown = Sa ki pa la, oswa yon ka ki vid, moun pa konnen l.
data-reading-words = Nan JSON, mo yo anba ti non lang yo, tankou ht, e se id yon lòt antre ki nonmen l.
data-reading-tables = Nan tablo yo, yon tèks yon fèy kalkil ta ka pran pou yon fòmil kòmanse ak yon apostwòf: retire yon apostwòf nan kòmansman tèks la. Louvri dat yo kòm tèks, sinon fèy kalkil la ap fè yon jou ak yon mwa.
data-reading-version = Sa a se vèsyon 1. Yo ka ajoute kle ladan l; okenn kle p ap disparèt ni vle di yon lòt bagay.
data-licence = Lisans
data-licence-terms = Ou ka sèvi ak fichye sa yo dapre kondisyon sa yo:

## Nan tèks yo

alert-note = Nòt
alert-tip = Konsèy
alert-important = Enpòtan
alert-warning = Avètisman
alert-caution = Atansyon
footnote-back = Tounen nan referans
task-done = fèt
task-open = pou fè

## The report to a council

# `{ $year }` is the year that the report tells of.
report-title = { $name }: rapò pou { $year }
report-as-of = Jan sa ye { $date }
report-total = Antou
report-of-them = ladan yo: { $status }
report-count = Konbyen
report-date = Kilè
report-what = Kisa
report-until = Fini
report-years = Ane
report-changes = Sa ki chanje
report-delegations = Delegasyon
report-delegations-count = { $count ->
    [0] Pa gen okenn delegasyon ki anrejistre pou { $year }.
    [one] Yon delegasyon an { $year }.
   *[other] { $count } delegasyon an { $year }.
}
report-possible-delegations = Petèt nan ane sa a: yo pa konnen ase kilè yo te fèt, e anyen ladan yo pa konte
report-possible = { $date } (petèt)
report-sums = Antou, dapre sa moun konte
report-about-or-more = apeprè { $count } oswa plis
report-dozens = plizyè douzèn
report-and-dozens = { $count }, ak plizyè douzèn anplis
report-happened = Lòt bagay ki pase
report-met = Te reyini
report-due = Sa ki rive nan dat limit li
report-agreements = Akò k ap fini oswa ki fini
report-terms = Manda k ap fini nan yon ane
report-reviews = Sa pou revize ankò
report-file = Fichye
report-reviewed = Dènye revizyon
report-review-by = Te dwe fèt
