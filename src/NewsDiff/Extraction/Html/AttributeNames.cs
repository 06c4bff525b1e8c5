namespace NewsDiff.Extraction.Html;

/// <summary>Finds the attributes that the extractor reads by their names.</summary>
internal static class AttributeNames
{
    private static readonly NameTable<AttributeName> Table = new(
    [
        new("aria-hidden", AttributeName.AriaHidden), new("aria-labelledby", AttributeName.AriaLabelledBy),
        new("class", AttributeName.Class), new("color", AttributeName.Color), new("content", AttributeName.Content),
        new("data-date", AttributeName.DataTime), new("data-datetime", AttributeName.DataTime),
        new("data-epoch", AttributeName.DataTime), new("data-published", AttributeName.DataTime),
        new("data-time", AttributeName.DataTime), new("data-timestamp", AttributeName.DataTime),
        new("data-utime", AttributeName.DataTime),
        new("datetime", AttributeName.Datetime), new("encoding", AttributeName.Encoding),
        new("face", AttributeName.Face), new("hidden", AttributeName.Hidden), new("href", AttributeName.Href),
        new("http-equiv", AttributeName.HttpEquiv), new("id", AttributeName.Id),
        new("itemprop", AttributeName.Itemprop), new("itemscope", AttributeName.Itemscope),
        new("itemtype", AttributeName.Itemtype), new("lang", AttributeName.Lang), new("name", AttributeName.Name),
        new("property", AttributeName.Property), new("rel", AttributeName.Rel), new("role", AttributeName.Role),
        new("shadowrootmode", AttributeName.ShadowRootMode), new("size", AttributeName.Size),
        new("style", AttributeName.Style), new("title", AttributeName.Title), new("type", AttributeName.Type),
        new("xml:lang", AttributeName.XmlLang),
    ]);

    /// <summary>The attribute of a name.</summary>
    /// <param name="name">The name in any case.</param>
    /// <param name="hash">Its <see cref="NameTable{T}.HashOf"/>.</param>
    public static AttributeName Find(ReadOnlySpan<char> name, int hash) => Table.Find(name, hash);
}
