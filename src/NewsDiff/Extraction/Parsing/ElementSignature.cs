using AngleSharp.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Hashes what elements of the same make have in common.</summary>
internal static class ElementSignature
{
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(IElement element)
    {
        string? names = element.ClassName;
        if (string.IsNullOrWhiteSpace(names))
        {
            return 0;
        }

        ulong hash = Add(Add(Basis, element.LocalName), " ");
        return Add(hash, names);
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (char c in text)
        {
            hash = char.IsAsciiDigit(c) ? hash : unchecked((hash ^ c) * Prime);
        }

        return hash;
    }
}
