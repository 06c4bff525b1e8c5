using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsDiff.Evaluation.Notices;

/// <summary>A receiver that speaks HTTP and JSON.</summary>
internal abstract partial class HttpInbox : NoticeInbox
{
    private WebApplication? _application;
    private int _port;

    protected Uri Url => new($"http://127.0.0.1:{_port}/");

    /// <summary>A port that nobody uses now.</summary>
    internal static int FindPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    internal override Task StartAsync()
    {
        _port = _port == 0 ? FindPort() : _port;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        _application = builder.Build();
        _application.Run(ReceiveAsync);
        return _application.StartAsync();
    }

    protected override async Task EndAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _application!.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    /// <summary>Answers a request, and notes what it tells.</summary>
    protected abstract JsonNode Answer(HttpRequest request, JsonNode? body);

    /// <summary>The article and the version of a text, by its link to the comparison.</summary>
    protected internal static (string Article, int Version) ComparisonIn(string text)
    {
        Match link = Comparison().Match(text);
        return link.Success
            ? (link.Groups[1].Value, int.Parse(link.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            : throw new FormatException("The message has no link to a comparison.");
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        Fault fault = NextFault();
        if (fault == Fault.Refuse)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (fault == Fault.Hang)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        using var text = new StreamReader(http.Request.Body);
        string body = await text.ReadToEndAsync();
        JsonNode answer = Answer(http.Request, body.Length == 0 ? null : JsonNode.Parse(body));
        if (fault == Fault.LoseAnswer)
        {
            http.Abort();
            return;
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    [GeneratedRegex(@"articles/([a-z0-9-]+)/diff/\d+/(\d+)")]
    private static partial Regex Comparison();
}
