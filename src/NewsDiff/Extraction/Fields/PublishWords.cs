using System.Buffers;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>The labels of publication dates, in the languages of many newspapers.</summary>
internal static class PublishWords
{
    private const int LongestLabel = 24;

    private static readonly SearchValues<string> Words = SearchValues.Create(
    [
        "published", "posted", "first published", "veröffentlicht", "erschienen", "publié", "paru le", "publicado",
        "publicada", "pubblicat",
        "gepubliceerd", "geplaatst", "publicerad", "publisert", "udgivet", "publiceret", "julkaistu", "opublikowan",
        "publikováno", "zveřejněno",
        "publicat", "közzétéve", "megjelent", "опубликован", "опубліковано", "публикуван", "objavljeno", "yayınlan",
        "yayımlan", "δημοσιεύ", "δημοσίευ",
        "公開", "発行", "発表", "发布", "發布", "게시", "등록", "입력", "نشر", "منتشر", "פורסם", "प्रकाशित", "প্রকাশ", "เผยแพร่",
        "diterbitkan", "đăng",
    ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a label of publication is directly before an element, with no date between.</summary>
    public static bool StandBefore(Page page, in PageNode node)
    {
        ReadOnlySpan<char> before = page.TextOf(Math.Max(0, node.TextStart - LongestLabel), node.TextStart);
        ReadOnlySpan<char> label = before[(DateDigits.LastIn(before) + 1)..];
        return label.ContainsAny(Words);
    }
}
