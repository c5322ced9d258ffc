using System.Globalization;
using Microsoft.Net.Http.Headers;
using Responsables.App.Publications;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Public;

/// <summary>Key figures, reports and sheets for everybody.</summary>
internal static class DocumentActs
{
    private const int RetrySeconds = 60;

    public static async Task<IResult> FileAsync(int number, string name, HttpContext http, PublicEditions editions, PublicDocuments documents, CancellationToken cancel)
    {
        if (await editions.FindAsync(number, cancel) is not { } edition)
        {
            return Page.Missing();
        }

        switch (await documents.OpenAsync(edition, name, cancel))
        {
            case Outcome<EditionDocument>.Done { Value: var document }:
                return PublicAnswer.File(document.Bytes, document.MediaType, document.Name, document.Sha256, true);
            case Outcome<EditionDocument>.Refused refused:
                http.Response.Headers[HeaderNames.RetryAfter] = RetrySeconds.ToString(CultureInfo.InvariantCulture);
                return Page.Of<DocumentLaterPage>(new { Edition = edition, refused.Problems }, StatusCodes.Status503ServiceUnavailable);
            default:
                return Page.Missing();
        }
    }
}
