using System.Buffers;

namespace NewsDiff.Fetching;

/// <summary>Reads a body that may be larger than it should be.</summary>
internal static class BoundedBody
{
    private const int FirstBufferBytes = 64 * 1024;

    /// <summary>Reads a body to its end, or until it passes a limit.</summary>
    /// <param name="content">The body.</param>
    /// <param name="maximumBytes">The limit.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The bytes; null when there are more than the limit.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maximumBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maximumBytes)
        {
            return null;
        }

        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var body = new ArrayBufferWriter<byte>(FirstBufferBytes);
            while (true)
            {
                int read = await stream.ReadAsync(body.GetMemory(FirstBufferBytes / 4), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return body.WrittenSpan.ToArray();
                }

                body.Advance(read);
                if (body.WrittenCount > maximumBytes)
                {
                    return null;
                }
            }
        }
    }

    /// <summary>Reads a stream to its end, or until it passes a limit.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="maximumBytes">The limit.</param>
    /// <returns>The bytes; null when there are more than the limit.</returns>
    public static byte[]? Read(Stream stream, int maximumBytes)
    {
        var body = new ArrayBufferWriter<byte>(FirstBufferBytes);
        while (true)
        {
            int read = stream.Read(body.GetSpan(FirstBufferBytes / 4));
            if (read == 0)
            {
                return body.WrittenSpan.ToArray();
            }

            body.Advance(read);
            if (body.WrittenCount > maximumBytes)
            {
                return null;
            }
        }
    }
}
