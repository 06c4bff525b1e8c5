namespace NewsDiff.Archives;

/// <summary>Answers every request with one capture.</summary>
internal sealed class KeptPageHandler(Capture capture) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(ReplayHandler.Answer(capture, request));
}
