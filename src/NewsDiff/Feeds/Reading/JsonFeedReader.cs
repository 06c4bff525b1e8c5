using System.Text;
using System.Text.Json;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads JSON Feed 1.0 and 1.1 by tokens.</summary>
/// <remarks>Of repeated properties, the last counts; a truncated feed is read up to its end.</remarks>
internal sealed class JsonFeedReader : IDisposable
{
    private static readonly JsonReaderOptions Tolerance = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = FeedLimits.JsonDepth,
    };

    private readonly FeedDraft _feed = new();
    private readonly LinkResolver _links = new();
    private readonly CharBuffer _text = new(1024);
    private readonly Uri _baseUrl;
    private readonly CancellationToken _cancellationToken;
    private bool _hasItems;
    private string? _limit;

    private JsonFeedReader(Uri baseUrl, CancellationToken cancellationToken)
    {
        _baseUrl = baseUrl;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads a document; faulty texts in it are mended.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FeedReadResult Read(ReadOnlySpan<char> json, Uri baseUrl, CancellationToken cancellationToken)
    {
        (FeedReadResult reading, string? fault) = ReadOnce(json, baseUrl, cancellationToken);
        if (fault is null)
        {
            return reading;
        }

        using var mended = new CharBuffer(json.Length);
        if (!JsonRepair.Apply(json, mended))
        {
            return reading;
        }

        (FeedReadResult second, _) = ReadOnce(mended.Span, baseUrl, cancellationToken);
        return second.Feed is null ? reading : second;
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private static (FeedReadResult Reading, string? Fault) ReadOnce(
        ReadOnlySpan<char> json, Uri baseUrl, CancellationToken cancellationToken)
    {
        byte[] bytes = SharedArrays.Take<byte>(Encoding.UTF8.GetByteCount(json));
        try
        {
            using var reader = new JsonFeedReader(baseUrl, cancellationToken);
            return reader.Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)));
        }
        finally
        {
            SharedArrays.GiveBack(bytes);
        }
    }

    private (FeedReadResult Reading, string? Fault) Read(ReadOnlySpan<byte> bytes)
    {
        string? fault = null;
        try
        {
            var json = new Utf8JsonReader(bytes, Tolerance);
            json.Read();
            ReadFeed(ref json);
        }
        catch (JsonException wrong)
        {
            fault = wrong.Message;
        }

        Feed feed = _feed.ToFeed();
        FeedReadResult reading = !_hasItems && fault is null
            ? new FeedReadResult { Reason = "The document is JSON, but not a JSON Feed: it has no list of items." }
            : !_hasItems || (fault is not null && FeedReader.IsNothing(feed))
            ? new FeedReadResult { Reason = $"The document is not a JSON Feed: {fault}" }
            : new FeedReadResult
            {
                Feed = feed,
                Format = FeedFormat.Json,
                BrokenOff = fault ?? _limit ?? (_links.IsExhausted ? FeedDraft.TooLongLinks : null),
            };
        return (reading, fault);
    }

    private void ReadFeed(ref Utf8JsonReader json)
    {
        while (JsonTokens.MoveToProperty(ref json, _text, out ReadOnlySpan<char> name))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            switch (name)
            {
                case "title":
                    _feed.Title = FeedText.FromText(JsonTokens.ReadText(ref json, _text));
                    break;
                case "home_page_url":
                    _feed.Link = _links.Resolve(JsonTokens.ReadText(ref json, _text), _baseUrl);
                    break;
                case "feed_url":
                    _feed.Id = FeedText.Short(JsonTokens.ReadText(ref json, _text), FeedLimits.AddressLength);
                    _feed.SelfUrl = _links.Resolve(_feed.Id, _baseUrl);
                    break;
                case "language":
                    _feed.Language = FeedText.Short(JsonTokens.ReadText(ref json, _text), FeedLimits.NameLength);
                    break;
                case "authors" or "author":
                    JsonAuthors.Read(ref json, _text, _feed.AddAuthor);
                    break;
                case "hubs" when json.TokenType == JsonTokenType.StartArray:
                    ReadHubs(ref json);
                    break;
                case "items" when json.TokenType == JsonTokenType.StartArray:
                    ReadItems(ref json);
                    break;
                case "items" when json.TokenType == JsonTokenType.StartObject:
                    ReadOnlyItem(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private void ReadHubs(ref Utf8JsonReader json)
    {
        while (JsonTokens.MoveToElement(ref json))
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }

            Uri? hub = null;
            while (JsonTokens.MoveToProperty(ref json, _text, out ReadOnlySpan<char> name))
            {
                bool isAddress = name is "url";
                ReadOnlySpan<char> value = JsonTokens.ReadText(ref json, _text);
                hub = isAddress ? _links.Resolve(value, _baseUrl) : hub;
            }

            _feed.AddHub(hub);
        }
    }

    /// <summary>Reads an item without a list: converters from XML write a list of one so.</summary>
    private void ReadOnlyItem(ref Utf8JsonReader json)
    {
        FeedEntry only = new JsonItem(_text, _links, _baseUrl).Read(ref json);
        if (only.Id is not null || only.Link is not null || only.Title.Length > 0)
        {
            _hasItems = true;
            _feed.ClearEntries();
            _feed.Add(only);
        }
    }

    private void ReadItems(ref Utf8JsonReader json)
    {
        _hasItems = true;
        _feed.ClearEntries();
        var item = new JsonItem(_text, _links, _baseUrl);
        while (JsonTokens.MoveToElement(ref json))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_feed.IsFull)
            {
                _limit = FeedDraft.TooManyEntries;
                json.Skip();
            }
            else if (json.TokenType == JsonTokenType.StartObject)
            {
                _feed.Add(item.Read(ref json));
            }
            else
            {
                json.Skip();
            }
        }
    }
}
