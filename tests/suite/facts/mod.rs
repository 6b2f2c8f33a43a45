//! What a visitor may rely on: facts as they are known, counted right, and the same everywhere.

mod anniversaries;
mod committees;
mod directory;
mod documents;
mod events;
mod faq;
mod glossary;
mod guides;
mod languages;
mod long_lists;
mod map;
mod pages;
mod schedule;
mod sections;
mod time;
mod timeline;
mod upkeep;

use crate::site_test::{SiteTest, site};

/// Seven partners: of four countries and three decades, in five statuses.
const SEVEN: &str = "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982-06, status: active }
---
//- content/cities/catania.md
---
name: Catania
country: IT
relationship: { established: 1987, status: inactive }
---
//- content/cities/les-cayes.md
---
name: Les Cayes
country: HT
relationship:
  established: 2014-05-05
  history:
    - { to: developing, date: 2010 }
    - { to: active, date: 2014-05-05 }
    - { to: paused, date: 2019/.., because: [unrest, the pandemic] }
---
//- content/cities/yuseong.md
---
name: Yuseong
within: [Daejeon]
country: { code: KR, name: Korea }
relationship: { established: 2009, status: developing }
---
//- content/cities/elva.md
---
name: Élva
country: { name: Old Country }
relationship: { established: unknown, status: ended }
---
//- content/cities/refused.md
---
name: Refused
country: IT
relationship: { established: unknown, status: declined }
---
//- content/cities/oldest.md
---
name: Oldest
country: HT
relationship: { established: 198X, status: active }
---
";

fn seven() -> SiteTest {
    site(SEVEN)
}
