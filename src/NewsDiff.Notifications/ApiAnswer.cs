using System.Net;
using System.Text.Json.Nodes;

namespace NewsDiff.Notifications;

/// <summary>What a service answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode? Json)
{
    /// <summary>Whether the call was accepted.</summary>
    public bool IsAccepted => (int)Status is >= 200 and < 300;
}
