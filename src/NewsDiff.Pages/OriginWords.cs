using System.Text;
using NewsDiff.Provenance;

namespace NewsDiff.Pages;

/// <summary>The words of a traced version, without its signs.</summary>
internal static class OriginWords
{
    /// <summary>Reads them in their order, title first.</summary>
    internal static IEnumerable<TracedWord> Of(TracedVersion version) =>
        from paragraph in version.Paragraphs.Prepend(version.Title)
        from word in paragraph.Words
        where Rune.TryGetRuneAt(paragraph.Text, word.Start, out Rune first) && Rune.IsLetterOrDigit(first)
        select word;
}
