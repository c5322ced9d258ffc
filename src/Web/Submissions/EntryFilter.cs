using Responsables.Domain.Submissions;

namespace Responsables.Web.Submissions;

/// <summary>Which questions of a page of the form are shown; it stands in the address.</summary>
public enum Showing
{
    All,

    /// <summary>Those that the signature waits for.</summary>
    ToDo,

    /// <summary>Those of a block that was returned.</summary>
    Returned,

    /// <summary>Those whose answer is to be mended or explained.</summary>
    Faulty,

    /// <summary>Those of whoever looks: assigned to them, or else assigned to nobody.</summary>
    Mine,
}

/// <summary>The filter of the form.</summary>
internal static class EntryFilter
{
    /// <summary>Name in the address: <c>?montrer=a-faire</c>.</summary>
    public const string Parameter = "montrer";

    /// <summary>Every filter, in the order of the page.</summary>
    public static readonly IReadOnlyList<Showing> All = Enum.GetValues<Showing>();

    /// <summary>Those that say something on a page: questions are somebody's once some are assigned.</summary>
    public static IEnumerable<Showing> Of(EntrySheet sheet) => All.Where(s => s != Showing.Mine || sheet.View.Assignments.Count > 0);

    private static readonly Dictionary<Showing, string> Names = new()
    {
        [Showing.ToDo] = "a-faire",
        [Showing.Returned] = "renvoyees",
        [Showing.Faulty] = "en-faute",
        [Showing.Mine] = "les-miennes",
    };

    /// <summary>What an address asks; everything when it says nothing that is known.</summary>
    public static Showing Of(HttpRequest request) => Names.FirstOrDefault(n => n.Value == request.Query[Parameter]).Key;

    /// <summary>What follows the path of a page: <c>?montrer=a-faire</c>, or nothing.</summary>
    public static string QueryOf(Showing showing) => Names.TryGetValue(showing, out var name) ? $"?{Parameter}={name}" : "";

    public static string CountId(Showing showing) => $"filter.{showing}";

    public static bool Matches(this EntrySheet sheet, EntryRow row, Showing showing) => showing switch
    {
        Showing.ToDo => row.IsOpen && (row.Errors.Count > 0 || row.CarriedFrom is not null || row.Tag.Kind == "returned" || (row.IsRequired && row.Tag.Kind is "todo" or "doing")),
        Showing.Returned => sheet.Dossier.Questionnaire.BlocksOf(row.Variable.Code).Any(b => sheet.Dossier.StateOf(b) == BlockState.Returned),
        Showing.Faulty => row.Errors.Count > 0,
        Showing.Mine => sheet.IsMine(row.Variable.Code),
        _ => true,
    };

    /// <summary>How many questions of the page a filter shows.</summary>
    public static int Count(this EntrySheet sheet, Showing showing) => (from block in sheet.Page.Blocks
        from use in block.Uses
        where sheet.Plan.IsEnteredIn(use.Variable, block) && sheet.Shows(use.Variable)
        select sheet.Row(use)).Count(row => sheet.Matches(row, showing));
}
