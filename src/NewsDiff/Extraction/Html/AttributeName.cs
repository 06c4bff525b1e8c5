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
    Size,
    Style,
    Type,
    XmlLang,
}
