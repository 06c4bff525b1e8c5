namespace NewsDiff.Feeds;

/// <summary>What to look for in an entry.</summary>
internal sealed record EntryPattern
{
    /// <summary>Makes a pattern.</summary>
    /// <param name="part">Where to look.</param>
    /// <param name="expression">
    /// A regular expression without look-around and back-references, on one line; case is ignored.
    /// </param>
    public EntryPattern(EntryPart part, string expression)
    {
        Part = part;
        Expression = expression;
    }

    /// <summary>Where to look.</summary>
    public EntryPart Part { get; init; }

    /// <summary>A regular expression without look-around and back-references, on one line; case is ignored.</summary>
    public string Expression { get; init; }

    /// <summary>Reads what <see cref="ToString"/> writes, such as <c>category:sport|opinion</c>.</summary>
    /// <param name="text">The text; without a part it matches the address.</param>
    /// <returns>The pattern; its expression is not checked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static EntryPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (EntryPart part in (ReadOnlySpan<EntryPart>)[EntryPart.Url, EntryPart.Title, EntryPart.Category])
        {
            string prefix = PrefixOf(part);
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return new EntryPattern(part, text[prefix.Length..]);
            }
        }

        return new EntryPattern(EntryPart.Url, text);
    }

    /// <summary>The part and the expression, such as <c>title:^Live</c>.</summary>
    /// <returns>The text, which <see cref="Parse"/> reads back.</returns>
    public override string ToString() => PrefixOf(Part) + Expression;

    private static string PrefixOf(EntryPart part) => part switch
    {
        EntryPart.Url => "url:",
        EntryPart.Title => "title:",
        _ => "category:",
    };
}
