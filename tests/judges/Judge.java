import java.io.FileInputStream;
import java.io.PrintStream;
import java.util.TreeSet;
import org.verapdf.ReleaseDetails;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges every file named by its arguments; one line each: profile, passed, checks, file, failed rules (tab between). */
public class Judge {
    public static void main(String[] files) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        System.setOut(System.err);
        VeraGreenfieldFoundryProvider.initialise();
        ReleaseDetails.addDetailsFromResource("org/verapdf/release/validation-model.properties");
        out.println("version\t" + ReleaseDetails.byId("validation-model").getVersion());
        for (String file : files)
            for (String profile : new String[] {"ua1", "3a"})
                out.println(profile + "\t" + judge(file, PDFAFlavour.fromString(profile)));
    }

    private static String judge(String file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> failed = new TreeSet<>();
            for (TestAssertion one : result.getTestAssertions())
                if (one.getStatus() == TestAssertion.Status.FAILED)
                    failed.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage().replaceAll("\\s+", " "));
            return result.isCompliant() + "\t" + result.getTotalAssertions() + "\t" + file + "\t" + String.join(" | ", failed);
        }
    }
}
