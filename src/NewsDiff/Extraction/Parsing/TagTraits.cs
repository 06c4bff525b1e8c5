using NewsDiff.Extraction.Html;

namespace NewsDiff.Extraction.Parsing;

/// <summary>The effects of elements' tags on the scan of a page.</summary>
internal static class TagTraits
{
    private static readonly NameTable<TagTrait> Lookup = new(
        [.. new (TagTrait Trait, string Names)[]
        {
            (TagTrait.Void, "area base br col embed hr img input link meta param source track wbr"),
            (TagTrait.RawText, "script style textarea title iframe noembed noframes xmp"),
            (TagTrait.EndsImplied, "p li dt dd optgroup tr td th tbody thead tfoot"),
            (TagTrait.Swallows, "noscript button object applet map datalist"),
            (TagTrait.SwallowsToNext, "option rt rp"),
        }
            .SelectMany(row => row.Names.Split(' '), (row, name) => KeyValuePair.Create(name, row.Trait))]);

    /// <summary>The effect of a tag.</summary>
    /// <param name="name">The name of the element, in any case.</param>
    public static TagTrait Of(ReadOnlySpan<char> name) => Lookup.Find(name, NameTable<TagTrait>.HashOf(name));
}
