using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>Compresses answers that are kept, once for all who ask for them.</summary>
internal static class AnswerEncoding
{
    // Below it, the headers of the answer weigh more than what is saved.
    private const int LeastBytes = 1024;
    private static readonly string[] Preferred = ["br", "gzip"];

    /// <summary>The encoding that a client prefers; null for none.</summary>
    internal static string? ChosenBy(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            return null;
        }

        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        return Array.Find(Preferred, encoding => accepted.Any(one =>
            one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0));
    }

    internal static bool IsWorthwhile(SiteAnswer answer) =>
        answer.Status == StatusCodes.Status200OK && answer.Body.Length >= LeastBytes && answer.Type != SiteAnswer.Png;

    /// <summary>Compresses an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="encoding">One of those that <see cref="ChosenBy"/> returns.</param>
    internal static SiteAnswer Encode(SiteAnswer answer, string encoding)
    {
        using var bytes = new MemoryStream();
        using (Stream writer = encoding == "br"
            ? new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            writer.Write(answer.Body);
        }

        return answer with
        {
            Body = bytes.ToArray(),
            Encoding = encoding,
            HasVariants = true,

            // Another representation needs another tag (RFC 9110, section 8.8.3).
            Tag = answer.Tag is null ? null : $"{answer.Tag[..^1]}-{encoding}\"",
        };
    }
}
