#include <exception>
#include <iostream>

#include "mock_host/app/command_line.hpp"
#include "mock_host/app/load_command.hpp"
#include "mock_host/app/run_command.hpp"
#include "mock_host/app/serve_command.hpp"

int main(int argc, char** argv) {
    using namespace mock_host;
    try {
        const CommandLine command_line = parse_command_line({argv + 1, argv + argc}, program_folder());
        switch (command_line.command) {
            case Command::help:
                std::cout << usage();
                return 0;
            case Command::serve:
                return serve(command_line.serve, std::cout, std::cerr);
            case Command::load:
                return load_plugin(command_line.load, std::cout);
            case Command::run:
                return run_scenario(command_line.run, std::cout);
        }
    } catch (const UsageError& e) {
        std::cerr << "mock_host: " << e.what() << "\nSee mock_host --help.\n";
        return 2;
    } catch (const std::exception& e) {
        std::cerr << "mock_host: " << e.what() << "\n";
        return 1;
    }
    return 1;
}
