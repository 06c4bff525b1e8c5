using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Extraction;
using NewsDiff.Fetching;
using NewsDiff.Identity;

namespace NewsDiff.Archives.Mementos;

/// <summary>Asks a web archive politely for the captures of a page and their content.</summary>
/// <remarks>Instances are safe for concurrent use.</remarks>
/// <example>
/// <code>
/// using var archive = new WebArchive();
/// MementoListing past = await archive.ListAsync(new MementoQuery { Url = story, Limit = 20 });
/// foreach (Memento capture in past.Mementos)
/// {
///     FetchResult version = await archive.FetchAsync(capture);
/// }
/// </code>
/// </example>
public sealed class WebArchive : IDisposable
{
    /// <summary>The maximum number of parts of a list that are followed: archives split long lists.</summary>
    private const int MostTimeMaps = ArchiveLimits.TimeMaps;

    private readonly WebArchiveOptions _options;
    private readonly PoliteClient _client;
    private readonly PoliteClient? _own;
    private readonly MementoFetcher _captures;

    /// <summary>Makes an archive with a <see cref="PoliteClient"/> of its own, which it disposes.</summary>
    /// <param name="options">Which archive; null for web.archive.org.</param>
    public WebArchive(WebArchiveOptions? options = null)
        : this(new PoliteClient(), options) => _own = _client;

    /// <summary>Makes an archive over a client that others share.</summary>
    /// <param name="client">The way to the web; it is not disposed.</param>
    /// <param name="options">Which archive; null for web.archive.org.</param>
    /// <param name="extractor">Reads the pages; null for the default extractor.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public WebArchive(PoliteClient client, WebArchiveOptions? options = null, IArticleExtractor? extractor = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _options = options ?? new WebArchiveOptions();
        _client = client;
        _captures = new MementoFetcher(client, extractor, _options);
    }

    /// <summary>Lists captures of a page that have content.</summary>
    /// <param name="query">Which captures.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The captures, or why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<MementoListing> ListAsync(MementoQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Uri original = UrlCanonicalizer.Canonicalize(query.Url);
        var waiting = new Queue<Uri>([ListUrl(query, original)]);
        HashSet<string> asked = [];
        List<Memento> mementos = [];
        while (waiting.TryDequeue(out Uri? url) && asked.Count < MostTimeMaps)
        {
            if (!asked.Add(url.AbsoluteUri))
            {
                continue;
            }

            PoliteResponse answer = await _client.GetAsync(
                url, "application/link-format, application/json, text/plain, */*;q=0.1", cancellationToken)
                    .ConfigureAwait(false);
            TimeMap? map = answer.Status == FetchStatus.Fetched
                ? TimeMapReader.Read(answer.Body.Span, url, original, _options.Captures)
                : null;
            if (map is null)
            {
                return Failed(answer, url);
            }

            mementos.AddRange(
                map.Mementos.Select(memento => memento with { Original = OriginalOf(memento, original) }));
            foreach (Uri other in map.Others.Where(other => other.Host == url.Host))
            {
                waiting.Enqueue(other);
            }
        }

        return new MementoListing { Status = FetchStatus.Fetched, Mementos = Select(mementos, query) };
    }

    /// <summary>Fetches the original content of a capture.</summary>
    /// <param name="memento">The capture.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>
    /// The article under its own address, with the time of the capture; otherwise the reason why there is none.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<FetchResult> FetchAsync(Memento memento, CancellationToken cancellationToken = default) =>
        FetchAsync(memento, previousContainer: null, cancellationToken);

    /// <summary>Fetches the original content of a capture.</summary>
    /// <remarks>Looks first where an earlier version of the page was found.</remarks>
    /// <param name="memento">The capture.</param>
    /// <param name="previousContainer">
    /// The <see cref="ArticleVersion.Container"/> of the previous version; null when there is none.
    /// </param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>
    /// The article under its own address, with the time of the capture; otherwise the reason why there is none.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<FetchResult> FetchAsync(
        Memento memento,
        string? previousContainer,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(memento);
        FetchResult result = await _captures.FetchAsync(
            new FetchRequest { Url = memento.Url, PreviousContainer = previousContainer }, cancellationToken)
                .ConfigureAwait(false);
        return result with { CapturedAt = result.CapturedAt ?? memento.CapturedAt };
    }

    /// <summary>Disposes the <see cref="PoliteClient"/>, if the archive made it.</summary>
    public void Dispose()
    {
        _captures.Dispose();
        _own?.Dispose();
    }

    private static MementoListing Failed(PoliteResponse answer, Uri url) => answer.Status switch
    {
        FetchStatus.NotFound =>
            new MementoListing { Status = FetchStatus.NotFound, Reason = "The archive has no capture of it." },
        FetchStatus.Fetched =>
            new MementoListing { Status = FetchStatus.Failed, Reason = $"{url} does not list captures." },
        _ => new MementoListing { Status = answer.Status, Reason = answer.Reason },
    };

    private static Uri OriginalOf(Memento memento, Uri asked) =>
        memento.Original != memento.Url ? memento.Original
        : ArchiveAddress.TryParse(memento.Url, out ArchiveAddress? address) ? address.Original
        : asked;

    private static ImmutableArray<Memento> Select(IEnumerable<Memento> mementos, MementoQuery query)
    {
        string? previous = null;
        ImmutableArray<Memento>.Builder selected = ImmutableArray.CreateBuilder<Memento>();
        IEnumerable<Memento> wanted = mementos
            .Where(memento => memento.StatusCode is null or 200)
            .Where(
                memento => (query.Since is null || memento.CapturedAt >= query.Since)
                    && (query.Until is null || memento.CapturedAt < query.Until))
            .OrderBy(memento => memento.CapturedAt)
            .DistinctBy(memento => (memento.CapturedAt, memento.Original.AbsoluteUri));
        foreach (Memento memento in wanted)
        {
            if (memento.Digest is null || memento.Digest != previous)
            {
                selected.Add(memento);
            }

            previous = memento.Digest;
        }

        return [.. selected.Take(query.Limit ?? int.MaxValue)];
    }

    private Uri ListUrl(MementoQuery query, Uri original)
    {
        if (_options.CdxServer is not { } server)
        {
            string maps = _options.TimeMaps?.AbsoluteUri ?? _options.Captures.AbsoluteUri + "timemap/link/";
            return new Uri(maps + original.AbsoluteUri);
        }

        string from = query.Since is { } first ? $"&from={ArchiveTime.Format(first)}" : "";
        string until = query.Until is { } last ? $"&to={ArchiveTime.Format(last)}" : "";
        string limit = query.Limit is { } most ? string.Create(CultureInfo.InvariantCulture, $"&limit={most}") : "";
        return new Uri(
            $"{server.AbsoluteUri}?url={Uri.EscapeDataString(original.AbsoluteUri)}&output=json"
            + $"&fl=timestamp,original,mimetype,statuscode,digest&filter=statuscode:200&collapse=digest{from}{until}{limit}");
    }
}
