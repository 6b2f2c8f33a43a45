//! A document as data.

use super::form::{Edtf, Language, Languages, OwnAddress, Reference, WebAddress, always_said};
use super::provenance::SourceRecord;
use super::record;
use crate::programme::document::{Accessibility, DocumentType, Location, Signatory};
use crate::programme::thing::Thing;
use crate::programme::{Document, Id, Site};

record! {
    /// A paper of the programme.
    DocumentRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its place in the list of documents.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called.
        #[schemars(extend("needed" = true))]
        title: Languages,
        /// What it is.
        #[schemars(extend("needed" = true))]
        r#type: DocumentType,
        /// When it is from.
        date: Option<Edtf>,
        /// When its term ends.
        until: Option<Edtf>,
        /// Who it is from: a record in `organizations.json`.
        body: Option<Reference>,
        /// Its number, as printed.
        reference: Option<String>,
        /// Its text, or a part of it, word for word.
        quote: Option<Languages>,
        /// Who signed it.
        signatories: Vec<SignatoryRecord>,
        /// How many voted for it.
        in_favour: Option<u32>,
        /// How many voted against it.
        against: Option<u32>,
        /// Its file in the site.
        file: Option<OwnAddress>,
        /// Its address elsewhere on the web.
        url: Option<WebAddress>,
        /// How many pages it has.
        pages: Option<u32>,
        /// Whether everybody can read the file, with a screen reader too.
        accessible: Option<Accessibility>,
        /// The language it is in.
        language: Option<Language>,
        /// The cities it is about: records in `cities.json`.
        cities: Vec<Reference>,
        /// The committee it is about: a record in `committees.json`.
        committee: Option<Reference>,
        /// What else there is to say.
        note: Option<Languages>,
        /// Where what is told of it comes from.
        sources: Vec<SourceRecord>,
        /// Whether it is kept for the record only.
        archived: bool,
    }
}

record! {
    /// Somebody who signed a document.
    SignatoryRecord {
        /// The person's name.
        #[schemars(extend("needed" = true))]
        name: String,
        /// For what office.
        office: Option<Languages>,
        /// The city that the person signed for: a record in `cities.json`.
        city: Option<Reference>,
    }
}

always_said! { DocumentType }

impl DocumentRecord {
    /// A document as data.
    #[must_use]
    pub fn new(document: Id<Document>, site: &Site) -> Self {
        let own = &site.language;
        let data = &site.documents[document];
        let (file, url) = match &data.location {
            Some(Location::File { path, .. }) => (Some(OwnAddress::of(&path.href())), None),
            Some(Location::Elsewhere(url)) => (None, Some(WebAddress::of(url))),
            None => (None, None),
        };
        let signatory = |signatory: &Signatory| SignatoryRecord {
            name: signatory.name.clone(),
            office: Languages::maybe(signatory.office.as_ref(), own),
            city: Reference::to_maybe(signatory.city, &site.cities),
        };
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&site.address(Thing::Document(document))),
            title: Languages::of(&data.title, own),
            r#type: data.r#type,
            date: Edtf::known(data.date.as_ref()),
            until: Edtf::known(data.until.as_ref()),
            body: Reference::to_maybe(data.body, &site.organizations),
            reference: data.reference.clone(),
            quote: Languages::maybe(data.quote.as_ref(), own),
            signatories: data.signatories.iter().map(signatory).collect(),
            in_favour: data.in_favour,
            against: data.against,
            file,
            url,
            pages: data.pages,
            accessible: data.accessible,
            language: Language::maybe(data.language.as_ref()),
            cities: Reference::to_all(&data.cities, &site.cities),
            committee: Reference::to_maybe(data.committee, &site.committees),
            note: Languages::maybe(data.note.as_ref(), own),
            sources: SourceRecord::all(&data.sources, site),
            archived: site.is_archived(Thing::Document(document)),
        }
    }
}
