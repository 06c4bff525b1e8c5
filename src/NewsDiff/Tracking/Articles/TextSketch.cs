using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NewsDiff.Tracking.Articles;

/// <summary>A text in a few numbers, which recognise it even if some words differ.</summary>
/// <remarks>
/// It keeps the smallest hashes of the different words (bottom-k sketch; Broder, "On the resemblance and containment of
/// documents", 1997): the share of common ones estimates the share of common words, to within a tenth or so.
/// </remarks>
internal static class TextSketch
{
    private const int MostHashes = 48;

    /// <summary>The minimum number of words of a sketch; fewer identify nothing.</summary>
    public const int FewestWords = 6;

    /// <summary>Makes the sketch of an article's body: a wall stands under many titles.</summary>
    public static ImmutableArray<uint> Of(Article article) =>
        [.. WordTypes.OfBody(article).Order().Take(MostHashes)];

    /// <summary>The estimated share of common words among all words of two texts, 0 to 1.</summary>
    public static double Resemblance(ImmutableArray<uint> left, ImmutableArray<uint> right)
    {
        uint[] smallest = [.. left.Union(right).Order().Take(MostHashes)];
        return smallest.Length == 0
            ? 1
            : smallest.Count(hash => left.Contains(hash) && right.Contains(hash)) / (double)smallest.Length;
    }

    /// <summary>Writes a sketch as text.</summary>
    public static string Write(ImmutableArray<uint> sketch)
    {
        byte[] bytes = new byte[sketch.Length * sizeof(uint)];
        for (int index = 0; index < sketch.Length; index++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(index * sizeof(uint)), sketch[index]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Reads a sketch; empty when the text is not a sketch.</summary>
    public static ImmutableArray<uint> Read(string text)
    {
        Span<byte> bytes = stackalloc byte[MostHashes * sizeof(uint)];
        if (!Convert.TryFromBase64String(text, bytes, out int length))
        {
            return [];
        }

        ImmutableArray<uint>.Builder sketch = ImmutableArray.CreateBuilder<uint>(length / sizeof(uint));
        for (int at = 0; at + sizeof(uint) <= length; at += sizeof(uint))
        {
            sketch.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]));
        }

        return sketch.DrainToImmutable();
    }
}
