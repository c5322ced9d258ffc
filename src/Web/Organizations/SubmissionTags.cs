using Responsables.App.Submissions;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Organizations;

/// <summary>The state of a dossier as a tag.</summary>
internal static class SubmissionTags
{
    public static string KindOf(SubmissionLine line) => line.Late ? "late" : line.State switch
    {
        SubmissionState.NotStarted => "todo",
        SubmissionState.InProgress => "doing",
        SubmissionState.ReadyToSign => "done",
        SubmissionState.Signed => "signed",
        SubmissionState.Returned => "returned",
        _ => "validated",
    };

    public static string TextOf(SubmissionLine line) => line.Late
        ? T["organizations.state.late", T[$"organizations.state.{line.State}"]]
        : T[$"organizations.state.{line.State}"];
}
