using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

using NewsDiff.Diffing;

namespace NewsDiff;

/// <summary>Hashes an article's content: equal for two when <see cref="Article.HasSameContentAs"/> is true.</summary>
public static class ContentHash
{
    /// <summary>Hashes title and paragraphs as the default comparison sees them, with each paragraph's kind.</summary>
    /// <param name="article">The article.</param>
    /// <returns>SHA-256 in lower-case hexadecimal, 64 characters.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public static string Compute(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var compared = new ComparedText();
        AppendPart(hash, kind: -1, compared.Read(article.Title));
        foreach (Paragraph paragraph in article.Paragraphs)
        {
            AppendPart(hash, (int)paragraph.Kind, compared.Read(paragraph.Text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Every part is preceded by its length, so that no two splits collide.
    private static void AppendPart(IncrementalHash hash, int kind, ReadOnlySpan<char> text)
    {
        Span<byte> header = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(header, kind);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], text.Length);
        hash.AppendData(header);

        // UTF-16 code units, not UTF-8: a lone surrogate in a broken page must not become the same as another one.
        hash.AppendData(MemoryMarshal.AsBytes(text));
    }
}
