import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.kafka.common.utils.Exit;

/** `java -cp JARS RunTools.java FILE`: runs Kafka's operator tools in one Java, a line of FILE each: class, then arguments, by tabs. */
public class RunTools {
  /** What a tool wanted to end with; the first word counts, for tools catch their own end and report it as a failure. */
  private static Integer code;

  public static void main(String[] files) throws Exception {
    Exit.setExitProcedure((wanted, message) -> {
      if (code == null) code = wanted;
      throw new IllegalStateException("ends with " + wanted);
    });
    for (String line : Files.readAllLines(Path.of(files[0]))) {
      String[] words = line.split("\t");
      Object arguments = Arrays.copyOfRange(words, 1, words.length);
      code = null;
      try {
        Class.forName(words[0]).getMethod("main", String[].class).invoke(null, arguments);
      } catch (InvocationTargetException thrown) {
        if (code == null) throw thrown;
      }
      if (code != null && code != 0) {
        System.err.println("failed: " + line);
        System.exit(1);
      }
    }
  }
}
