
namespace NewsDiff.Fetching.Http;

/// <summary>Reads a body that may exceed its limit.</summary>
internal static class BoundedBody
{
    /// <summary>Reads a body to its end, or to a limit.</summary>
    /// <param name="content">The body.</param>
    /// <param name="maximumBytes">The limit.</param>
    /// <param name="isCut">Whether to keep the body up to the limit, instead of refusing it.</param>
    /// <param name="guard">Counts the bytes, and stops the reading.</param>
    /// <returns>The bytes; null when there are more than the limit.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maximumBytes, bool isCut, SlowBodyGuard guard)
    {
        if (!isCut && content.Headers.ContentLength > maximumBytes)
        {
            return null;
        }

        Stream stream = await content.ReadAsStreamAsync(guard.Token).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new ChunkedBytes();
            while (body.Length <= maximumBytes)
            {
                int read = await stream.ReadAsync(body.GetFree(), guard.Token).ConfigureAwait(false);
                if (read == 0)
                {
                    return body.ToArray(maximumBytes);
                }

                guard.Count(read);
                body.Advance(read);
            }

            return isCut ? body.ToArray(maximumBytes) : null;
        }
    }
}
