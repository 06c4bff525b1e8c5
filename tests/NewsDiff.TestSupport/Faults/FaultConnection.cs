using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace NewsDiff.TestSupport.Faults;

/// <summary>One request to a <see cref="FaultSite"/>, and the bare connection to answer it on, well or badly.</summary>
public sealed class FaultConnection(Socket socket, Stream stream, string head, CancellationToken closing)
{
    /// <summary>The request as it came, up to the empty line.</summary>
    public string Head => head;

    /// <summary>The path with its query, as requested.</summary>
    public string Target { get; } = head.Split(' ', 3) is [_, var target, ..] ? target : "";

    /// <summary>Cancelled when the site is closed.</summary>
    public CancellationToken Closing => closing;

    /// <summary>The value of a request header, or null.</summary>
    public string? Header(string name) => head.Split("\r\n")
        .Skip(1)
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, closing);
        await stream.FlushAsync(closing);
    }

    /// <summary>Sends text as UTF-8.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a whole answer, with its length.</summary>
    public Task ReplyAsync(int status, byte[] body, params string[] headers)
    {
        string start = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Answer\r\nConnection: close\r\nContent-Length: {body.Length}\r\n");
        return SendAsync(
            (byte[])[
                .. Encoding.UTF8.GetBytes(start + string.Concat(headers.Select(header => header + "\r\n")) + "\r\n"),
                .. body,
            ]);
    }

    /// <summary>Sends a whole answer of text, with its length.</summary>
    public Task ReplyAsync(int status, string body, params string[] headers) =>
        ReplyAsync(status, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>Sends the same bytes until the client has had enough.</summary>
    public async Task FloodAsync(byte[] bytes)
    {
        while (!closing.IsCancellationRequested)
        {
            await SendAsync(bytes);
        }
    }

    /// <summary>Leaves the client waiting.</summary>
    public Task HangAsync() => Task.Delay(Timeout.Infinite, closing);

    /// <summary>Breaks the connection off with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, 0);
        socket.Close();
    }
}
