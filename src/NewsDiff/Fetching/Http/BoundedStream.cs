namespace NewsDiff.Fetching.Http;

/// <summary>Reads a stream that may exceed its limit.</summary>
internal static class BoundedStream
{
    /// <summary>Reads a stream to its end, or to a limit.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="maximumBytes">The limit.</param>
    /// <returns>The bytes; null when there are more than the limit.</returns>
    public static byte[]? Read(Stream stream, int maximumBytes)
    {
        using var body = new ChunkedBytes();
        while (body.Length <= maximumBytes)
        {
            int read = stream.Read(body.GetFree().Span);
            if (read == 0)
            {
                return body.ToArray(maximumBytes);
            }

            body.Advance(read);
        }

        return null;
    }
}
