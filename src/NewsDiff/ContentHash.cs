using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

using NewsDiff.Diffing;

namespace NewsDiff;

/// <summary>Hashes an article's content; articles with the same content have equal hashes.</summary>
/// <remarks>See <see cref="Article.HasSameContentAs"/>.</remarks>
public static class ContentHash
{
    /// <summary>Hashes title, paragraphs and their kinds in the form of the default comparison.</summary>
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
