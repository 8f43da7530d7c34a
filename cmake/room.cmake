# pledgebook_room(NAME [USES room...] [LINKS target...] [GENERATED file...])
# One room of the house: every .cpp below src/NAME becomes the library pledgebook_NAME, every *_test.cpp
# the program NAME_test. USES names the rooms whose headers it may include (the `layers` test holds the
# includes against the design).
function(pledgebook_room name)
  cmake_parse_arguments(room "" "" "USES;LINKS;GENERATED" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(NOT sources AND NOT room_GENERATED)
    message(STATUS "The room ${name} is empty")
    return()
  endif()

  add_library(pledgebook_${name} STATIC ${sources} ${room_GENERATED})
  target_include_directories(pledgebook_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(pledgebook_${name} PUBLIC pledgebook_flags ${room_LINKS})
  foreach(other ${room_USES})
    target_link_libraries(pledgebook_${name} PUBLIC pledgebook_${other})
  endforeach()

  if(BUILD_TESTING AND tests)
    add_executable(${name}_test ${tests})
    target_include_directories(${name}_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(${name}_test PRIVATE pledgebook_${name} GTest::gtest_main GTest::gmock)
    if(TARGET pledgebook_test_support)
      target_link_libraries(${name}_test PRIVATE pledgebook_test_support)
    endif()
    target_compile_definitions(${name}_test PRIVATE
      PLEDGEBOOK_SHARED_DATA="${CMAKE_SOURCE_DIR}/../shared/data")
    # Suites named ...Data need the published files and say so by their label.
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60 TEST_FILTER "-*Data.*"
      TEST_LIST ${name}_tests PROPERTIES LABELS ${name} TIMEOUT 300)
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60 TEST_FILTER "*Data.*"
      TEST_LIST ${name}_data_tests PROPERTIES LABELS data TIMEOUT 300)
  endif()
endfunction()
