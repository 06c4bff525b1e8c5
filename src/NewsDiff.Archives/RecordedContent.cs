using System.Net;
using System.Net.Http.Headers;

namespace NewsDiff.Archives;

/// <summary>The content of an answer, which is copied while it is read.</summary>
internal sealed class RecordedContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly Capture _capture;
    private readonly Func<Capture, ValueTask> _keep;
    private readonly Action<Capture> _leave;
    private RecordedStream? _stream;
    private bool _isDisposed;

    /// <summary>Replaces a content.</summary>
    /// <param name="content">The content, which is disposed with this one.</param>
    /// <param name="capture">The capture so far.</param>
    /// <param name="keep">Keeps a capture whose body was read.</param>
    /// <param name="leave">Takes a capture whose body was not read to the end, to keep it later.</param>
    public RecordedContent(HttpContent content, Capture capture, Func<Capture, ValueTask> keep, Action<Capture> leave)
    {
        (_content, _capture, _keep, _leave) = (content, capture, keep, leave);
        foreach ((string name, HeaderStringValues values) in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <inheritdoc/>
    protected override async Task<Stream> CreateContentReadStreamAsync() =>
        await OpenAsync(CancellationToken.None).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        RecordedStream source = await OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await source.CopyToAsync(stream).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            if (_stream is null)
            {
                _leave(_capture with { IsTruncated = Expects(_capture) });
            }

            _stream?.Dispose();
            _content.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool Expects(Capture capture) =>
        capture.StatusCode is not (204 or 304) && capture.Find("Content-Length") is not "0";

    private async Task<RecordedStream> OpenAsync(CancellationToken cancellationToken)
    {
        Stream source = await _content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return _stream = new RecordedStream(source, _capture, _keep, _leave);
    }
}
