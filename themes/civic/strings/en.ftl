# The words of the theme in English, the language in which every theme is complete.
# `{ $name }` is filled in by the program; see https://projectfluent.org for the rest.

### What the programme calls its partners: change these two and most labels follow.
-partner-city = sister city
-partner-cities = sister cities
-Partner-cities = Sister cities

## Titles

title-home = Home
title-cities = { -Partner-cities }
title-cities-by-country = { -Partner-cities } by country
title-cities-by-decade = { -Partner-cities } by decade
title-cities-a-z = { -Partner-cities } from A to Z
title-timeline = Timeline
title-committees = Committees
title-events = Events
title-documents = Documents
title-areas = Areas of focus
title-organizations = Organizations
title-news = News
title-relationships = Relationships
title-faq = Questions and answers
title-guides = Guides
title-glossary = Glossary
title-contacts = Contacts
title-join = Take part
title-anniversaries = Anniversaries
title-data = Open data
title-search = Search
title-not-found = Page not found

## Around every page

skip = Skip to the main content
menu = Menu
languages = Languages
breadcrumbs = Where you are
contents = On this page
to-top = Back to the top
subscribe-news = Subscribe to the news (Atom feed)
# What the feed of changes calls itself.
feed-changes = Changes
subscribe-changes = Subscribe to changes (Atom feed)
subscribe-calendar = Subscribe to the calendar
subscribe-anniversaries = Subscribe to the anniversaries
calendar-file = Calendar file (ICS)
pictures = Pictures
# Before the name of who made a picture.
picture-credit = Picture:
operator = Who is behind this site
about-city = About { $name }
run-by = Run by
part-of = Part of
official = Official website
official-website = An official website of { $name }
# `{ $since }` is "since 1981".
founded = At work { $since }
member-of = Member of
take-part = Take part
donate = Give
newsletter = Newsletter
about-website = About this website
notice-privacy = Privacy
notice-accessibility = Accessibility
notice-terms = Terms of use
service-requests = Request a service of the city
social-linkedin = { $name } on LinkedIn
social-facebook = { $name } on Facebook
social-instagram = { $name } on Instagram
social-mastodon = { $name } on Mastodon
social-bluesky = { $name } on Bluesky
social-youtube = { $name } on YouTube
social-x = { $name } on X
social-other = { $name } elsewhere
untranslated-notice = This page has not been translated yet. It is shown in { $language }.
not-found = There is no page at this address. It may have moved. These pages may help you to find what you are looking for:
moved = This page has moved
moved-to = You will find it here:

## How a page is kept

archived = Archived
archived-notice = Archived: this is kept for the record and no longer brought up to date.
sources = Sources
source-number = Source { $number }
source-document = in
source-retrieved = seen { $date }
source-for = for { $fact ->
    [name] the name
    [title] the title
    [within] the place
    [country] the country
    [coordinates] the coordinates
    [population] the population
    [count] the number
    [relationship] the relationship
    [kind] the kind
    [established] when it was established
    [dissolved] when it was dissolved
    [history] the history
    [status] the status
    [timeline] the timeline
    [date] the date
    [members] the members
    [mandate] the mandate
    [outcomes] what came of it
    [decision] the decision
    [quote] the quotation
   *[other] { $fact }
}
reviewed = Last reviewed { $date }
looked-after = Looked after by

## Counts

partners = { $count ->
    [one] one { -partner-city }
   *[other] { $count } { -partner-cities }
}
partners-since = { $count ->
    [one] One { -partner-city }
   *[other] { $count } { -partner-cities }
} { $since }
counts = { $cities ->
    [one] One { -partner-city }
   *[other] { $cities } { -partner-cities }
} in { $countries ->
    [one] one country
   *[other] { $countries } countries
}

## The home page and lists

newest = The newest { -partner-city }
upcoming = Coming up
recent = Latest events
past = Past events
all-cities = All { -partner-cities }
all-events = All events
whole-timeline = The whole timeline
all-news = All news
all-documents = All documents
anniversaries-coming = Coming anniversaries
all-anniversaries = All anniversaries
anniversaries-about = The anniversaries of the coming twelve months.
anniversary-founded = founded
groupings = Group the { -partner-cities }
grouping-by-status = By status
grouping-by-country = By country
grouping-by-decade = By decade
grouping-a-z = A to Z
# A list that is too long for one page: its groups, its pages, and what stands on this one.
portion-groups = Parts of this list
portions = Pages of this list
portion-shown = { $first } to { $last } of { $total }
portion-page = Page { $page }
portion-previous = Previous page
portion-next = Next page
title-page = { $title }, page { $page }
timeline-latest = The latest { $count } of { $total } entries:
established = established
no-date = Date not recorded
no-relationship = No relationship recorded
bound-to = together with
pair = The two cities
date-unknown = date not recorded

## The search. `%` is filled in by a script.

search-count = Results: { $count }
search-none = Nothing was found for “{ $query }”.
search-advice = Try fewer words, or others; a slip of a letter or two does not matter. All names are listed below, from A to Z.
search-failed = The search cannot be reached at the moment. All names are listed below, from A to Z.
search-results = What was found
search-more = More results
# Between a name and the usual one: "Okay: see Les Cayes".
see = see
found-city = City
found-relationship = Relationship
found-committee = Committee
found-event = Event
found-news = News
found-page = Page
found-organization = Organization
found-area = Area of focus
found-document = Document
found-faq = Questions
found-question = Question
found-guide = Guide
found-step = Step
found-term = Term
found-contact = Contact

## The map, and the globe of a city

map = { $count ->
    [one] Map with one city
   *[other] Map with { $count } cities
}
map-to = Map of { $home } and its { -partner-cities }
map-missing = { $count ->
    [one] One city is not on the map, since it is not recorded where it lies.
   *[other] { $count } cities are not on the map, since it is not recorded where they lie.
}
map-table = The map as a table
map-order = From west to east
map-number = On the map
map-city = City
map-country = Country
map-home = Home city
locator = Globe with { $city } marked on it
locator-to = Globe with { $home } and { $city }, about { $km } km ({ $miles } miles) apart

## How to take part

ways = What you can do
ask = Ask:
membership = Membership
membership-tiers = What membership costs
tier-name = Membership
tier-price = For a year
membership-period = Membership runs from { $from } to { $to }.
# `{ $period }` is "2027", or "2026–2027" where it runs over new year.
renewals-open = Renewals for { $period } are open
renewals-from = Renewals open in { $month }.
become-member = Become a member
support = Support and stay in touch

## Facts

facts = At a glance
fact-kind = Kind
fact-status = Status
fact-established = Established
fact-dissolved = Dissolved
fact-place = Place
fact-coordinates = Coordinates
# `{ $home }` is the home city.
fact-distance = Distance from { $home }
distance = about { $km } km ({ $miles } miles)
fact-population = Population
fact-also-called = Also called
fact-website = Website
fact-cities = Cities
fact-committee = Committee
fact-areas = Areas of focus
fact-agreement = Agreement
fact-criteria = Criteria met
fact-other-partners = Other partners
fact-organization = Belongs to
fact-appointed-by = Appointed by
fact-event-kind = Kind
fact-duration = How long
fact-places = Where
fact-organizers = Organized by
fact-participants = Who took part
fact-partners = With the help of
population = { $count } ({ $date })
involved = People and organizations
other-relationships = Other relationships
dissolved = dissolved { $date }

## Kinds of relationships

kind-sister = Sister city
kind-friendship = Friendship city
kind-county = Sister county
kind-state = Sister state
kind-partner = Partner city
kind-project = Project partnership
kind-contact = Contact
kind-ring = Ring of cities
kind-historical = Historical relationship

## Status. With a date: `{ $since }` is "since 2019".

status-active = Active
status-active-since = Active { $since }
status-paused = Paused
status-paused-since = Paused { $since }
status-suspended = Suspended
status-suspended-since = Suspended { $since }
status-developing = In development
status-developing-since = In development { $since }
status-proposed = Proposed
status-proposed-since = Proposed { $since }
status-inactive = Not active
status-inactive-since = Not active { $since }
status-emeritus = Emeritus
status-emeritus-since = Emeritus { $since }
status-ended = Ended
status-ended-since = At an end { $since }
status-declined = Declined
status-declined-since = Not pursued { $since }
# Paused, in a programme that lists it with the active ones.
status-active-paused = Active, but paused
status-active-paused-since = Active, paused { $since }

## The timeline, where the program tells it by itself

timeline-established = relationship established
timeline-active = relationship active
timeline-paused = relationship paused
timeline-suspended = relationship suspended
timeline-developing = relationship in development
timeline-proposed = relationship proposed
timeline-inactive = relationship no longer active
timeline-emeritus = relationship ended and kept in honour
timeline-ended = relationship ended
timeline-declined = relationship declined

# What stands for a date in the picture, and what it says of when something was.
marks = How to read this
mark-day = on this day
mark-month = some time in this month
mark-season = some time in this season
mark-year = some time in this year
mark-decade = some time in these ten years
mark-century = some time in these hundred years
mark-range = from its beginning to its end
mark-within = some time between the two
mark-since = since then, and it goes on
mark-until = until then, from time out of mind
mark-from = since then; until when is not known
mark-to = until then; since when is not known
mark-one-of = at one of these times
mark-undated = nobody knows when
mark-about = broken line: about then, or perhaps
marks-strip = The strip below a date shows which part of its year the date tells, month by month; of more than a year, year by year.
# `{ $length }` is "2 years".
length-about = about { $length }
overview = Entries by year
# The number stands after a colon: a script may put another there.
overview-column = { $label }: { $count ->
    [one] one entry
   *[other] { $count } entries
}
decades = Decades
choices = Narrow the timeline
choices-city = By city
choices-kind = By kind
choices-all-city = All cities
choices-all-kind = All kinds
choices-shown = { $count } of { $total } entries

## Events

delegation = Delegation { $number } of { $total }
event-delegation-out = Delegation
event-delegation-in = Visiting delegation
event-visit = Visit
event-training = Training
event-exchange = Exchange
event-council-order = Council order
event-council-vote = Council vote
event-appointment = Appointment
event-report = Report
event-signing = Signing
event-launch = Launch
event-anniversary = Anniversary
event-gift = Gift
event-project = Project
event-relief = Relief
event-disaster = Disaster
event-pause = Pause
event-resumption = Resumption
event-meeting = Meeting
event-festival = Festival
event-fundraiser = Fundraiser
event-other = Event
event-established = Relationship
event-status = Change of status
event-status-held = Held
event-status-planned = Planned
event-status-cancelled = Cancelled
event-status-postponed = Postponed

duration-hour = { $count ->
    [one] one hour
   *[other] { $count } hours
}
duration-day = { $count ->
    [one] one day
   *[other] { $count } days
}
duration-week = { $count ->
    [one] one week
   *[other] { $count } weeks
}
duration-month = { $count ->
    [one] one month
   *[other] { $count } months
}
duration-year = { $count ->
    [one] one year
   *[other] { $count } years
}

role-funder = funder
role-host = host
role-organizer = organizer
role-supplier = supplier
role-partner = partner

register = Register
register-for = Register for { $name }
time = { $hour }:{ $minute } { $half ->
    [am] a.m.
   *[pm] p.m.
}

outcomes = What came of it
outcome-about = about { $count }
outcome-at-least = at least { $count }
outcome-more-than = more than { $count }
outcome-dozens = dozens of
causes = Why
votes = { $for } in favour, { $against } against

## Committees

members = Members
members-caption = Names, roles and terms
former-members = Former members
former-members-caption = Names, roles and terms of those who were members
member-name = Name
member-role = Role
member-term = Term
member-vacant = This seat is vacant
term = { $from } to { $to }
term-from = from { $from }
term-to = until { $to }
enabling = What it is based on
other-members-caption = Other members: names, roles and terms
committee-committee = Committee
committee-commission = Commission
committee-board = Board
committee-association = Association
committee-council = Council
seats = { $count ->
    [one] one seat
   *[other] { $count } seats
}
vacancies = { $count ->
    [one] one vacant seat
   *[other] { $count } vacant seats
}
fact-vacancies = Vacancies
honorary = honorary
ex-officio = by virtue of office
alternate = alternate
appointed-by = appointed by
requirement = Who can be it:
meetings = Meetings
meetings-next = Next meetings
meetings-past = Past meetings
meetings-open = Meetings are open to the public.
meetings-closed = Meetings are not open to the public.
how-to-join = How to join
open-to-all = Anybody may join.

## Documents

document-agreement = Agreement
document-resolution = Resolution
document-policy-order = Policy order
document-ordinance = Ordinance
document-proclamation = Proclamation
document-policy = Policy
document-minutes = Minutes
document-agenda = Agenda
document-report = Report
document-newsletter = Newsletter
document-bylaws = Bylaws
document-letter = Letter
document-map = Map
document-other = Document
file = ({ $format }, { $size })
not-published = not published
document-details = details
document-until = until { $date }
document-ended = ended { $date }
pages = { $count ->
    [one] one page
   *[other] { $count } pages
}
accessible-yes = accessible
accessible-partial = partly accessible
accessible-no = not accessible
signatories = Signed by

## Organizations

organization-association = Association
organization-agency = Agency
organization-commission = Commission
organization-company = Company
organization-council = Council
organization-foundation = Foundation
organization-government = Government
organization-hospital = Hospital
organization-nonprofit = Nonprofit organization
organization-school = School
organization-university = University

## News

author = by { $name }
updated = changed { $date }
about = What this is about

## Questions and answers

questions = Questions on this page
questions-of = All of “{ $group }”
question-place = This question among the others
other-answer = Another answer, in “{ $group }”
audience-residents = For residents
audience-committees = For committees
audience-cities-abroad = For cities abroad
audience-staff = For staff
read-next = Read next

## Guides

steps = Steps
step-of = Step { $number } of { $total }
step-takes = Takes
step-optional = May be left out
step-done = done
step-current = now
step-to-come = to come
step-guide = The steps are those of the guide
data-points = What to find out
data-point = What is compared
checklist = Checklist
done-when = Done when:
progress = How far it has come
comparison = Side by side
comparison-caption = The two cities, by what this guide asks:
not-recorded = not recorded

## Glossary

also-called = Also called
term-explained = What “{ $term }” means
no-definition = Not explained yet

## Contacts

whom-to-ask = Whom to ask
contact-person = Who answers
contact-organization = Organization
contact-email = E-mail
contact-phone = Telephone
contact-form = Form
contact-address = Address
contact-hours = When
contact-languages = Languages
notice-public-records = Public records

## Open data

data-lede = The facts of this site as files, for spreadsheets, maps and programs.
data-files = The files
data-records = { $count ->
    [one] one record
   *[other] { $count } records
}
data-schema = What the keys mean
data-about-cities = The home city and its partners: names, country, place on the map, and what identifies them elsewhere.
data-about-relationships = What binds the cities: the kind, the status of today, and how it came about, with dates.
data-about-events = Delegations, votes, festivals and the like: when, where, who, and what came of them.
data-about-timeline = All that happened, in order, whichever page tells of it.
data-about-committees = Who looks after a relationship: roles, members, meetings.
data-about-documents = Agreements, orders and reports, and where to find them.
data-about-organizations = The bodies that have a part in it.
data-about-areas = What relationships and events are about.
data-about-faq = Questions with their answers as plain text.
data-downloads = This list as data
format-json = JSON
format-csv = CSV
format-geojson = GeoJSON
format-quickstatements = QuickStatements
data-reading = How to read them
data-reading-formats = JSON holds everything and is for programs. CSV are tables for spreadsheets, GeoJSON is for maps, and QuickStatements are statements that Wikidata understands.
data-reading-dates = Dates are in EDTF and say as much as is known: 1982 is a year, 1982-06 a month, 2019/.. goes on.
data-reading-unknown = What is left out, or an empty cell, is not known.
data-reading-words = In JSON, words stand under the short names of their languages, such as en, and other records are named by their ids.
data-reading-tables = In tables, a text that a spreadsheet might take for a formula begins with an apostrophe: take one away from the beginning of a text. Load dates as text, else a spreadsheet makes days of months.
data-reading-version = This is version 1. Keys may be added to it; none will go or come to mean something else.
data-licence = Licence
data-licence-terms = You may use these files on these terms:

## In prose

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
footnote-back = Back to reference
task-done = done
task-open = to do

## The report to a council

# `{ $year }` is the year that the report tells of.
report-title = { $name }: report for { $year }
report-as-of = As of { $date }
report-total = Together
report-of-them = of them: { $status }
report-count = How many
report-date = When
report-what = What
report-until = Ends
report-years = Years
report-changes = What changed
report-delegations = Delegations
report-delegations-count = { $count ->
    [0] No delegation is recorded for { $year }.
    [one] One delegation in { $year }.
   *[other] { $count } delegations in { $year }.
}
report-possible-delegations = Perhaps of this year: it is not known well enough when they were, and nothing of them is counted
report-possible = { $date } (perhaps)
report-sums = Together, as far as somebody counted
report-about-or-more = about { $count } or more
report-dozens = dozens
report-and-dozens = { $count }, and dozens more
report-happened = What else happened
report-met = Met
report-due = What falls due
report-agreements = Agreements that end or have ended
report-terms = Terms that end within a year
report-reviews = To be looked through again
report-file = File
report-reviewed = Last looked through
report-review-by = Was due
