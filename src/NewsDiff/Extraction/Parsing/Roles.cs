namespace NewsDiff.Extraction.Parsing;

/// <summary>The roles of an element, as its tag, attributes and class names suggest.</summary>
[Flags]
internal enum Roles
{
    None = 0,
    Hidden = 1,
    Navigation = 1 << 1,
    Footer = 1 << 2,
    Aside = 1 << 3,
    Header = 1 << 4,
    Caption = 1 << 5,
    Comments = 1 << 6,
    Related = 1 << 7,
    Share = 1 << 8,
    Newsletter = 1 << 9,
    Advert = 1 << 10,
    Byline = 1 << 11,
    Date = 1 << 12,
    Tags = 1 << 13,
    Form = 1 << 14,
    Banner = 1 << 15,
    Widget = 1 << 16,
    Headline = 1 << 17,
    Body = 1 << 18,
    Article = 1 << 19,
    Correction = 1 << 20,
    Subhead = 1 << 21,

    /// <summary>The body that the site's rule selects.</summary>
    Ruled = 1 << 22,

    /// <summary>A request for consent to cookies; it is long, and never an article.</summary>
    Consent = 1 << 24,

    /// <summary>An invisible part: hidden, or only for screen readers. It is <see cref="Hidden"/> too.</summary>
    Unseen = 1 << 23,

    /// <summary>Any part of a page outside of an article's body.</summary>
    Denied = Hidden | Navigation | Footer | Aside | Header | Caption | Comments | Related | Share | Newsletter | Advert
        | Byline | Date | Tags | Form | Banner | Widget | Consent,
}
