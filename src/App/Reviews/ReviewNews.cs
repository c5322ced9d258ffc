using Responsables.App.Outbox;
using Responsables.App.Submissions;
using Responsables.Domain.Accounts;
using Responsables.Domain.Submissions;

namespace Responsables.App.Reviews;

/// <summary>What is told of a review: which answers were returned; that the whole is validated, to those who come next as well.</summary>
internal static class ReviewNews
{
    public static IReadOnlyList<Happening> Of(Dossier dossier, Actor actor, IReadOnlyCollection<BlockKey> returned)
    {
        if (returned.Count > 0)
        {
            return
            [
                DossierNews.Of(dossier, "returned", Audience.Body, actor) with
                {
                    Lines = [.. dossier.Questionnaire.Blocks.Where(b => returned.Contains(b.Key)).Select(b => b.Indicator is { } indicator
                        ? new MessageLine(indicator.Title)
                        : new MessageLine("", "context"))],
                },
            ];
        }

        return dossier.State == SubmissionState.Validated ? [DossierNews.Of(dossier, "validated", Audience.Body | Audience.Federation, actor)] : [];
    }
}
