using Microsoft.AspNetCore.Mvc;
using Responsables.App.Evidence;
using Responsables.Domain.Accounts;
using Responsables.Domain.Evidence;
using Responsables.Web.Platform;

namespace Responsables.Web.Evidence;

/// <summary>Pieces beside answers: those of a question, those of a body over the years, the files themselves.</summary>
internal static class EvidencePages
{
    /// <summary>A file a little over the limit is told so by the page; far beyond, the request is refused.</summary>
    private const long MostBytes = EvidenceLimits.OneFile + (1024 * 1024);

    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(new ScanSettings(
        configuration["RESPONSABLES_CLAMD"] is { } clamd && !string.IsNullOrWhiteSpace(clamd) ? clamd.Trim() : null,
        string.Equals(configuration["RESPONSABLES_SCAN_REQUIRED"]?.Trim(), "on", StringComparison.OrdinalIgnoreCase)));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dossiers/{id:guid}/questions/{variable}/pieces", EvidenceActs.ShowAsync).Needs(Permission.ReadSubmitted);
        routes.MapPost("/dossiers/{id:guid}/questions/{variable}/pieces", EvidenceActs.AddAsync).Needs(Permission.EnterAnswers)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        routes.MapPost("/dossiers/{id:guid}/questions/{variable}/pieces/rattachement", EvidenceActs.TieAsync).Needs(Permission.EnterAnswers);
        routes.MapGet("/pieces/{tie:guid}/fichier", EvidenceActs.DownloadAsync).Needs(Permission.ReadReference);
        routes.MapPost("/pieces/{tie:guid}/retrait", EvidenceActs.RemoveAsync).Needs(Permission.EnterAnswers);
        routes.MapGet("/organismes/{code}/pieces", EvidenceActs.ListAsync).Needs(Permission.ReadSubmitted);
    }
}
