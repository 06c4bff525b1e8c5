using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsDiff.Tool.Tests;

/// <summary>A mail server for one mail, on the loopback interface: as much of SMTP as a sender needs.</summary>
internal sealed class SmtpReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SmtpReceiver() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Receives one mail.</summary>
    public async Task<string> ReceiveAsync(CancellationToken stop)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync(stop);
        await using NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            bool isData = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
            await writer.WriteLineAsync(isData ? "354 go on" : "250 ok");
            if (isData)
            {
                return await ReadMailAsync(reader, writer, stop);
            }
        }

        throw new InvalidOperationException("The sender left without a mail.");
    }

    public void Dispose() => _listener.Dispose();

    private static async Task<string> ReadMailAsync(StreamReader reader, StreamWriter writer, CancellationToken stop)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop) is { } line and not ".")
        {
            mail.Append(line).Append('\n');
        }

        await writer.WriteLineAsync("250 kept");
        await reader.ReadLineAsync(stop);
        return mail.ToString();
    }
}
