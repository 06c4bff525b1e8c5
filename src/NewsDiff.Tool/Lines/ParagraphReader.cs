using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NewsDiff.Tool.Lines;

/// <summary>Reads the paragraphs of an article's versions, one version after another.</summary>
/// <remarks>Most paragraphs of a version are in the one before too: each is read once.</remarks>
internal sealed class ParagraphReader
{
    // How many paragraphs may have been left out before one that is in both versions.
    private const int Reach = 4;

    private JsonElement[] _before = [];
    private ImmutableArray<Paragraph> _known = [];

    internal ImmutableArray<Paragraph> Read(JsonElement paragraphs)
    {
        JsonElement[] all = [.. paragraphs.EnumerateArray()];
        ImmutableArray<Paragraph>.Builder read = ImmutableArray.CreateBuilder<Paragraph>(all.Length);
        int next = 0;
        foreach (JsonElement paragraph in all)
        {
            int same = Find(paragraph, next);
            read.Add(same < 0 ? ReadOne(paragraph) : _known[same]);
            next = same < 0 ? next : same + 1;
        }

        _before = all;
        return _known = read.MoveToImmutable();
    }

    private int Find(JsonElement paragraph, int start)
    {
        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(paragraph);
        for (int i = start; i < _before.Length && i <= start + Reach; i++)
        {
            if (JsonMarshal.GetRawUtf8Value(_before[i]).SequenceEqual(json))
            {
                return i;
            }
        }

        return -1;
    }

    private static Paragraph ReadOne(JsonElement paragraph) => new(
        (paragraph.ValueKind == JsonValueKind.String ? paragraph : paragraph.GetProperty("text")).GetString()
        ?? throw new InvalidOperationException("A paragraph needs a text."));
}
