namespace NewsDiff.Extraction.Html;

/// <summary>The attributes that the extractor reads.</summary>
internal enum AttributeName : byte
{
    /// <summary>Any other attribute.</summary>
    Other,
    AriaHidden,
    AriaLabelledBy,
    Class,
    Color,
    Content,

    /// <summary>An instant that a script shows in words.</summary>
    DataTime,
    Datetime,
    Encoding,
    Face,
    Hidden,
    Href,
    HttpEquiv,
    Id,
    Itemprop,
    Itemscope,
    Itemtype,
    Lang,
    Name,
    Property,
    Rel,
    Role,
    ShadowRootMode,
    Size,
    Style,
    Title,
    Type,
    XmlLang,
}
