using System.Globalization;
using System.Text;

namespace NewsDiff.Research.Import;

/// <summary>Reads contents from <c>git cat-file --batch</c>.</summary>
internal static class GitBlob
{
    /// <summary>Reads one content.</summary>
    /// <returns>The bytes, or a problem.</returns>
    internal static async Task<(byte[]? Content, string? Problem)> ReadAsync(
        GitProcess batch, string name, CancellationToken cancellationToken)
    {
        await batch.Input.WriteAsync(Encoding.ASCII.GetBytes(name + "\n"), cancellationToken).ConfigureAwait(false);
        await batch.Input.FlushAsync(cancellationToken).ConfigureAwait(false);
        string head = await ReadHeadAsync(batch.Output, cancellationToken).ConfigureAwait(false);
        if (head.Split(' ') is not [_, "blob", var size]
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            return (null, "The repository lacks its content.");
        }

        if (length > ImportLimits.RowBytes)
        {
            await SkipAsync(batch.Output, length + 1, cancellationToken).ConfigureAwait(false);
            return (null, ImportLimits.TooLarge);
        }

        byte[] content = new byte[length];
        await batch.Output.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
        await SkipAsync(batch.Output, 1, cancellationToken).ConfigureAwait(false);
        return (content, null);
    }

    private static async Task<string> ReadHeadAsync(Stream output, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (await output.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 1 && one[0] != (byte)'\n')
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private static async Task SkipAsync(Stream output, long length, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(length, 64 * 1024)];
        while (length > 0)
        {
            int read = await output.ReadAsync(
                buffer.AsMemory(0, (int)Math.Min(length, buffer.Length)), cancellationToken).ConfigureAwait(false);
            length = read == 0 ? 0 : length - read;
        }
    }
}
