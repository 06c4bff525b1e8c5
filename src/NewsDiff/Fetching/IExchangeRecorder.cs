namespace NewsDiff.Fetching;

/// <summary>Observes every exchange with servers, including redirects and robots.txt.</summary>
/// <remarks>Hosts put it around the guarded handler; <c>NewsDiff.Archives</c> keeps captures with it.</remarks>
public interface IExchangeRecorder
{
    /// <summary>Puts a handler around the one that connects.</summary>
    /// <param name="network">
    /// The handler that connects, such as that of <see cref="NewsDiffHttp.CreateHandler"/>.
    /// </param>
    /// <returns>A handler that sends requests on to <paramref name="network"/> and disposes it.</returns>
    HttpMessageHandler Wrap(HttpMessageHandler network);
}
