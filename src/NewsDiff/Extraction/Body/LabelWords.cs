using System.Collections.Frozen;

namespace NewsDiff.Extraction.Body;

/// <summary>Lines that stand alone between paragraphs and name something beside them, in any article.</summary>
internal static class LabelWords
{
    private const int LongestLabel = 30;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = new[]
    {
        "advertisement", "advertising", "ad", "anzeige", "werbung", "publicidad", "publicité", "pubblicità",
        "publicidade", "reklama",
        "annons", "annonce", "mainos", "advertentie", "реклама", "広告", "广告", "廣告", "광고", "إعلان", "διαφήμιση",
        "reklam", "iklan",
        "sponsored", "share", "share this", "share this article", "comments", "comment", "close", "caption",
        "read more", "related",
        "continue reading", "story continues", "story continues below", "article continues below",
        "scroll to continue", "loading...",
        "table of contents", "print", "email", "facebook", "twitter", "tweet", "whatsapp", "partager", "compartir",
        "teilen", "condividi",
        "this slideshow requires javascript",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a whole line is a label.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) =>
        line.Length <= LongestLabel + 10 && Labels.Contains(line.Trim(" :.-–—•|[]()"));
}
