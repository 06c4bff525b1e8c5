using NewsDiff.Archives.Warc;
using NewsDiff.Extraction;
using NewsDiff.Fetching;

namespace NewsDiff.Archives;

/// <summary>Opens archives by their path.</summary>
public static class PageArchives
{
    private static readonly string[] Extensions = [".warc", ".warc.gz"];

    /// <summary>Opens a WARC file, a folder of WARC files, or a folder of raw pages.</summary>
    /// <param name="path">The file or folder.</param>
    /// <returns>The archive, for reading.</returns>
    /// <exception cref="FileNotFoundException">Nothing is there, or a folder is not an archive.</exception>
    public static IPageArchive OpenRead(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (FolderArchive.IsOne(path))
        {
            return new FolderArchive(path);
        }

        if (!Directory.Exists(path))
        {
            return WarcArchive.OpenRead(path);
        }

        string[] files = [.. Directory.EnumerateFiles(path).Where(IsWarc).Order(StringComparer.Ordinal)];
        return files.Length == 0
            ? throw new FileNotFoundException(
                $"The folder '{path}' has neither a WARC file nor a list of raw pages.", path)
            : WarcArchive.OpenRead(files);
    }

    /// <summary>Opens an archive for appending; creates it when it is missing.</summary>
    /// <param name="path">
    /// A WARC file, if it ends with <c>.warc</c> or <c>.warc.gz</c>; otherwise a folder of raw pages.
    /// </param>
    /// <param name="cancellationToken">Cancels the reading of a WARC file's list.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="IOException">It cannot be written, or another process is writing the file.</exception>
    public static async Task<IPageArchive> AppendAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (IsWarc(path))
        {
            return await WarcArchive.AppendAsync(path, cancellationToken).ConfigureAwait(false);
        }

        return File.Exists(path)
            ? throw new IOException(
                $"'{path}' is a file, but not a WARC file (.warc or .warc.gz). Name a folder or a WARC file.")
            : new FolderArchive(path);
    }

    /// <summary>Reads the kept page of a version again, for <see cref="TrackerOptions.ReadAgain"/>.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="version">The version.</param>
    /// <param name="extractor">What reads the page; null for the default extractor.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>What the extractor reads now; null when the page is not kept or has no article.</returns>
    public static async Task<Article?> ReadAgainAsync(
        this IPageArchive archive,
        ArticleVersion version,
        IArticleExtractor? extractor = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(version);
        FetchResult? read = await archive.FetchAgainAsync(version, version.Container, extractor, cancellationToken)
            .ConfigureAwait(false);
        return read?.Article;
    }

    /// <summary>Fetches the kept page of a version again.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="version">The version.</param>
    /// <param name="container">The place of the body in the version before.</param>
    /// <param name="extractor">What reads the page; null for the default extractor.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Null when the page is not kept.</returns>
    internal static async Task<FetchResult?> FetchAgainAsync(
        this IPageArchive archive, ArticleVersion version, string? container, IArticleExtractor? extractor,
        CancellationToken cancellationToken)
    {
        if (version.PageHash is not { } hash
            || await archive.FindPageAsync(hash, cancellationToken).ConfigureAwait(false) is not { } capture)
        {
            return null;
        }

        return await ReadAsync(capture, version.Article.Url, container, extractor, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads the article of a capture, as a fetch of its page would.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="entry">The capture.</param>
    /// <param name="extractor">What reads the page; null for the default extractor.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The result; null when the archive cannot give the content.</returns>
    /// <exception cref="ArgumentNullException">The archive or the capture is null.</exception>
    public static async Task<FetchResult?> ReadPageAsync(
        this IPageArchive archive,
        CaptureEntry entry,
        IArticleExtractor? extractor = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(entry);
        return await archive.FindAsync(entry, cancellationToken).ConfigureAwait(false) is { } capture
            ? await ReadAsync(capture, entry.Url, container: null, extractor, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private static async Task<FetchResult> ReadAsync(
        Capture capture, Uri url, string? container, IArticleExtractor? extractor, CancellationToken cancellationToken)
    {
        using var handler = new KeptPageHandler(capture);
        using var client = new HttpClient(handler, disposeHandler: false);
        var options = new HttpFetchOptions { RespectRobots = false, MinGap = TimeSpan.Zero };
        using var web = new PoliteClient(client, options, new SitePoliteness());
        using var fetcher = new HttpArticleFetcher(web, extractor);
        var request = new FetchRequest { Url = url, PreviousContainer = container };
        return await fetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsWarc(string file) =>
        Extensions.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
