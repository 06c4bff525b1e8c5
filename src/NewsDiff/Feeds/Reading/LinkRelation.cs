namespace NewsDiff.Feeds.Reading;

/// <summary>Reads the relation of a link, which may list several in any case.</summary>
internal static class LinkRelation
{
    private const string Registry = "http://www.iana.org/assignments/relation/";

    /// <summary>Whether a link leads to the entry or feed itself, as without a relation.</summary>
    public static bool IsAlternate(ReadOnlySpan<char> relation) =>
        relation.IsWhiteSpace() || Has(relation, "alternate");

    /// <summary>Whether that relation is written by the standard: alone, in lower case.</summary>
    public static bool IsPlainAlternate(string? relation) =>
        relation is null or "" or "alternate" or (Registry + "alternate");

    /// <summary>Whether a relation is among those that are listed.</summary>
    public static bool Has(ReadOnlySpan<char> relation, ReadOnlySpan<char> name)
    {
        foreach (Range range in relation.SplitAny(' ', '\t', '\r', '\n'))
        {
            ReadOnlySpan<char> one = relation[range];
            one = one.StartsWith(Registry, StringComparison.OrdinalIgnoreCase) ? one[Registry.Length..] : one;
            if (one.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
