using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsDiff.Fetching;

namespace NewsDiff.Tool.Output;

/// <summary>The result of a fetch and the reasons for it, for people or for programs.</summary>
internal static class FetchReport
{
    private const int NameWidth = 12;

    internal static string ToText(FetchExplanation fetched, bool isExplained)
    {
        FetchResult result = fetched.Result;
        var text = new StringBuilder();
        if (isExplained)
        {
            foreach (FetchHop hop in fetched.Hops)
            {
                Write(text, hop);
            }

            WriteContent(text, fetched);
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"{result.Status}: {Printable.Of(result.Article?.Title ?? result.Reason ?? "")}\n");
        return text.ToString();
    }

    internal static string ToText(RobotsReport report)
    {
        var text = new StringBuilder();
        text.Append(report.IsAllowed ? "Allowed" : "Forbidden").Append(
            CultureInfo.InvariantCulture, $" for {Printable.Of(report.Agent)}: {Printable.Of(report.Reason)}\n");
        Line(text, "robots.txt", report.RobotsUrl.AbsoluteUri);
        Line(text, "rule", report.Rule);
        Line(text, "crawl delay", Seconds(report.CrawlDelay));
        return text.ToString();
    }

    internal static string ToJson(Uri url, FetchExplanation fetched) => JsonLine.Of(json =>
    {
        FetchResult result = fetched.Result;
        json.WriteString("url", url.AbsoluteUri);
        json.WriteString("status", result.Status.ToString());
        json.WriteString("reason", result.Reason);
        json.WriteString("title", result.Article?.Title);
        json.WriteString("verdict", fetched.Verdict?.ToString());
        json.WriteString("movedTo", result.MovedTo?.AbsoluteUri);
        WriteSeconds(json, "retryAfterSeconds", result.RetryAfter);
        WriteSeconds(json, "freshForSeconds", result.FreshFor);
        json.WriteString("contentType", fetched.ContentType);
        json.WriteString("contentCoding", fetched.ContentCoding);
        json.WriteNumber("contentBytes", fetched.ContentBytes);
        json.WriteString("charset", fetched.Charset);
        json.WriteString("charsetReason", fetched.CharsetReason);
        json.WriteStartArray("hops");
        foreach (FetchHop hop in fetched.Hops)
        {
            Write(json, hop);
        }

        json.WriteEndArray();
    });

    internal static string ToJson(Uri url, RobotsReport report) => JsonLine.Of(json =>
    {
        json.WriteString("url", url.AbsoluteUri);
        Write(json, report);
    });

    private static void Write(StringBuilder text, FetchHop hop)
    {
        text.Append(Printable.Of(hop.Url.OriginalString)).Append('\n');
        Line(text, "robots.txt", hop.Robots?.Reason);
        Line(text, "waited", $"{Seconds(hop.Waited)} for its turn; the gap is {Seconds(hop.Gap)}");
        Line(text, "sent", Validators(hop.SentValidators));
        Line(text, "answer", hop.HttpStatusCode?.ToString(CultureInfo.InvariantCulture));
        Line(text, "redirect", hop.Location);
        Line(text, "received", Validators(hop.ReceivedValidators));
    }

    private static void WriteContent(StringBuilder text, FetchExplanation fetched)
    {
        FetchResult result = fetched.Result;
        Line(text, "moved to", result.MovedTo?.AbsoluteUri);
        Line(
            text,
            "come back",
            Seconds(result.RetryAfter ?? result.FreshFor) is { } time ? $"after {time}, as the server says" : null);
        Line(text, "content", fetched.ContentBytes == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{fetched.ContentBytes} bytes of {fetched.ContentType ?? "no stated type"}{(fetched.ContentCoding is null ? "" : $", sent as {fetched.ContentCoding}")}"));
        Line(text, "encoding", fetched.Charset is null ? null : $"{fetched.Charset}: {fetched.CharsetReason}");
        Line(text, "read as", fetched.Verdict is null ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{fetched.Verdict}{(result.Article is { } article ? $", {article.Paragraphs.Length} paragraphs" : "")}"));
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append("  ").Append(name.PadRight(NameWidth)).Append(Printable.Of(value)).Append('\n');
        }
    }

    private static void Write(Utf8JsonWriter json, FetchHop hop)
    {
        json.WriteStartObject();
        json.WriteString("url", hop.Url.OriginalString);
        json.WriteString("status", hop.Status?.ToString());
        if (hop.HttpStatusCode is { } code)
        {
            json.WriteNumber("httpStatusCode", code);
        }

        json.WriteString("location", hop.Location);
        WriteSeconds(json, "waitedSeconds", hop.Waited);
        WriteSeconds(json, "gapSeconds", hop.Gap);
        json.WriteString("etag", hop.ReceivedValidators?.ETag);
        json.WriteString("lastModified", hop.ReceivedValidators?.LastModified);
        if (hop.Robots is { } robots)
        {
            json.WriteStartObject("robots");
            Write(json, robots);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RobotsReport report)
    {
        json.WriteString("robotsUrl", report.RobotsUrl.OriginalString);
        json.WriteString("agent", report.Agent);
        json.WriteBoolean("isAllowed", report.IsAllowed);
        json.WriteString("rule", report.Rule);
        json.WriteString("reason", report.Reason);
        WriteSeconds(json, "crawlDelaySeconds", report.CrawlDelay);
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } value)
        {
            json.WriteNumber(name, value.TotalSeconds);
        }
    }

    private static string? Validators(FetchValidators? validators) => validators is null
        ? null
        : string.Join(", ", new[]
        {
            validators.ETag is { } etag ? $"ETag {etag}" : null,
            validators.LastModified is { } date ? $"Last-Modified {date}" : null,
        }.OfType<string>());

    private static string? Seconds(TimeSpan? time) =>
        time is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.###} s") : null;
}
