using System.Runtime.InteropServices;

namespace NewsDiff.Provenance;

/// <summary>Finds the texts of all versions by their content.</summary>
internal sealed class TextIndex
{
    private readonly Dictionary<string, List<TracedText>> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TracedText>> _paragraphs = new(StringComparer.Ordinal);

    /// <summary>The texts equal to this one, oldest first.</summary>
    internal ReadOnlySpan<TracedText> Find(string text, bool isTitle) =>
        (isTitle ? _titles : _paragraphs).TryGetValue(text, out List<TracedText>? found)
            ? CollectionsMarshal.AsSpan(found)
            : [];

    internal void Add(TracedText text)
    {
        Dictionary<string, List<TracedText>> texts = text.IsTitle ? _titles : _paragraphs;
        ref List<TracedText>? same = ref CollectionsMarshal.GetValueRefOrAddDefault(texts, text.Text, out _);
        (same ??= new List<TracedText>(1)).Add(text);
    }
}
