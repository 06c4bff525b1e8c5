namespace NewsDiff.Tool.Input;

/// <summary>Reads a text or page that the user named: a file, or <c>-</c> for stdin.</summary>
internal static class LocalFile
{
    internal const string Stdin = "-";
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads and decodes the file.</summary>
    /// <exception cref="TroubleException">
    /// The file is missing, unreadable, too large or binary, or is a folder.
    /// </exception>
    internal static async Task<string> ReadTextAsync(string name, ToolHost host, CancellationToken stop)
    {
        string text = TextBytes.Decode(await ReadBytesAsync(name, host, stop).ConfigureAwait(false));
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new TroubleException($"{Describe(name)} is a binary file; text or HTML is needed.")
            : text;
    }

    /// <summary>Reads the bytes of the file.</summary>
    /// <exception cref="TroubleException">The file is missing, unreadable or too large, or is a folder.</exception>
    internal static async Task<byte[]> ReadBytesAsync(string name, ToolHost host, CancellationToken stop)
    {
        Stream stream = Open(name, host);
        await using (stream.ConfigureAwait(false))
        {
            return await ReadAllAsync(stream, name, stop).ConfigureAwait(false);
        }
    }

    internal static string Describe(string name) => name == Stdin ? "stdin" : $"'{name}'";

    /// <summary>Opens the file.</summary>
    /// <exception cref="TroubleException">The file is missing or unreadable, or is a folder.</exception>
    internal static Stream Open(string name, ToolHost host)
    {
        if (name == Stdin)
        {
            return host.ReadInput();
        }

        if (Directory.Exists(name))
        {
            throw new TroubleException($"'{name}' is a folder; name a file in it.");
        }

        try
        {
            return File.OpenRead(name);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TroubleException($"there is no file '{name}'.{AdviceFor(name)}", missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new TroubleException($"'{name}' may not be read; check its permissions.", denied);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            throw new TroubleException($"'{name}' cannot be read: {fault.Message}", fault);
        }
    }

    private static string AdviceFor(string name) => name.Split('/', 2) switch
    {
        _ when Address.IsWeb(name) => " To read a web page, pipe it in: curl -s URL, with - in place of the file.",
        [var host, _] when host.IndexOf('.', StringComparison.Ordinal) > 0 =>
            " If it is a web address, begin it with https://.",
        _ => "",
    };

    /// <summary>Reads the bytes of a stream.</summary>
    /// <exception cref="TroubleException">The stream is too long.</exception>
    internal static async Task<byte[]> ReadAllAsync(Stream stream, string name, CancellationToken stop)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0)
        {
            await content.WriteAsync(buffer.AsMemory(0, read), stop).ConfigureAwait(false);
            if (content.Length > MaxBytes)
            {
                throw new TroubleException($"{Describe(name)} is larger than {MaxBytes / (1024 * 1024)} MiB.");
            }
        }

        return content.ToArray();
    }
}
