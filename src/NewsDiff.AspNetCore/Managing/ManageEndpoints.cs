using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using NewsDiff.AspNetCore.Serving;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Managing;

/// <summary>The pages and forms for managing, behind the host's policy.</summary>
internal sealed class ManageEndpoints(ServedSite site, ManageDesk desk, IAntiforgery antiforgery, Uri? publicUrl)
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string Nobody = "somebody without a name";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly SiteAnswer Unnamed = SiteAnswer.Sentence(
        StatusCodes.Status403Forbidden,
        "Managing works under this machine's own names, such as localhost, and under the site's PublicUrl.");

    private static readonly SiteAnswer Foreign = SiteAnswer.Sentence(
        StatusCodes.Status403Forbidden, "Forms are taken from this site's own pages only.");

    private static readonly SiteAnswer NoForm = SiteAnswer.Sentence(
        StatusCodes.Status415UnsupportedMediaType, $"A form is sent as {FormType}.");

    private static readonly SiteAnswer TooLarge = SiteAnswer.Sentence(
        StatusCodes.Status413PayloadTooLarge, "The form is too large. Go back and shorten what you typed.");

    private static readonly SiteAnswer Unreadable = SiteAnswer.Sentence(
        StatusCodes.Status400BadRequest, "The form has too many fields, or characters that no form has.");

    private readonly FormOrigin _origin = new(publicUrl);

    /// <summary>Maps the addresses.</summary>
    /// <param name="routes">The group of the site.</param>
    /// <param name="policy">The policy of the host that says who may manage.</param>
    internal void Map(IEndpointRouteBuilder routes, string policy)
    {
        RouteGroupBuilder group = routes.MapGroup("manage");
        group.MapMethods("{**place}", Methods, ShowAsync);
        group.MapPost("{action}", TakeAsync).WithMetadata(new FormSize());
        group.RequireAuthorization(policy);
        group.ExcludeFromDescription();

        // A host that opens its pages to everybody, or keeps the answers for all, does not mean these.
        ((IEndpointConventionBuilder)group).Finally(static endpoint =>
        {
            foreach (object open in endpoint.Metadata.Where(IsForEverybody).ToList())
            {
                endpoint.Metadata.Remove(open);
            }
        });
    }

    private static bool IsForEverybody(object metadata) =>
        metadata is IAllowAnonymous or IOutputCachePolicy or OutputCacheAttribute;

    private async Task ShowAsync(HttpContext http)
    {
        if (!_origin.IsNamed(http.Request))
        {
            await Unnamed.ExecuteAsync(http).ConfigureAwait(false);
            return;
        }

        string? place = http.Request.RouteValues["place"] as string;
        string basePath = site.BasePathOf(http, string.IsNullOrEmpty(place) ? 1 : place.TrimEnd('/').Count('/') + 2);
        await SendAsync(http, PageAddress.Manage(place), basePath, StatusCodes.Status200OK).ConfigureAwait(false);
    }

    private async Task SendAsync(HttpContext http, PageAddress address, string basePath, int status)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(http);
        Page? page = await desk.LoadAsync(
            address,
            KeyValuePair.Create(tokens.FormFieldName, tokens.RequestToken!),
            http.RequestAborted).ConfigureAwait(false);
        SiteAnswer answer = site.Render(page ?? new NotFoundPage(), basePath, isManager: true);
        answer = page is null ? answer : answer with { Status = status, IsManaging = true, Tag = null };
        await answer.ExecuteAsync(http).ConfigureAwait(false);
    }

    private async Task TakeAsync(HttpContext http)
    {
        string basePath = site.BasePathOf(http, 2);
        if (await ReadFormAsync(http, basePath).ConfigureAwait(false) is not { } fields)
        {
            return;
        }

        PageAddress? next = await desk.PostAsync(
            (string)http.Request.RouteValues["action"]!,
            fields,
            http.User.Identity?.Name ?? Nobody,
            http.RequestAborted).ConfigureAwait(false);
        if (next is null)
        {
            await site.Render(new NotFoundPage(), basePath, isManager: true).ExecuteAsync(http).ConfigureAwait(false);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = new ServerPageLinks(basePath).LinkTo(next, next);
        http.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Reads a form of the site's own pages.</summary>
    /// <returns>Its fields; null when the request was answered already, because it is none.</returns>
    private async Task<ImmutableDictionary<string, string>?> ReadFormAsync(HttpContext http, string basePath)
    {
        if (!_origin.IsOwn(http.Request))
        {
            await Foreign.ExecuteAsync(http).ConfigureAwait(false);
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            await NoForm.ExecuteAsync(http).ConfigureAwait(false);
            return null;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, FormSize.Options));
        try
        {
            IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
            await antiforgery.ValidateRequestAsync(http).ConfigureAwait(false);
            return form.ToImmutableDictionary(field => field.Key, field => field.Value is [.., { } last] ? last : "");
        }
        catch (AntiforgeryValidationException)
        {
            await SendAsync(http, PageAddress.Manage("expired"), basePath, StatusCodes.Status400BadRequest)
                .ConfigureAwait(false);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await TooLarge.ExecuteAsync(http).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            await Unreadable.ExecuteAsync(http).ConfigureAwait(false);
        }

        return null;
    }
}
